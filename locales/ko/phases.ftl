phase-verifying = 모든 파일을 설치된 내용과 비교하는 중
phase-mending = 손상된 부분을 찾아 복구하는 중
phase-judging = 서명을 확인하는 중
phase-planning = 알맞은 Python을 찾는 중
phase-fetching = 다운로드하는 중
phase-building = 패키지를 빌드하는 중
phase-installing = 패키지를 설치하는 중
phase-checking = 설치를 확인하는 중
phase-activating = 새 버전으로 전환하는 중
phase-removing = 응용 프로그램을 제거하는 중

action-install = { $name } { $version } 설치
action-upgrade = { $name }을(를) { $installed }에서 { $version }(으)로 업데이트
action-upgrade-later = 실행 중인 버전과 함께 { $name } { $version } 준비
action-go-back = { $name } { $version }(으)로 되돌리기
action-repair = { $name } { $version } 복구
action-mend = { $name } { $version }의 손상된 부분 복구
action-verify = { $name } { $version } 비교
action-up-to-date = { $name } { $version }은(는) 최신 상태입니다
action-uninstall = { $name } { $version } 제거

waiting = 이 응용 프로그램의 다른 설치가 진행 중입니다. 끝나기를 최대 { DURATION($left) } 동안 기다립니다
running-process = { $program }(프로세스 { $pid })
removal-running = 실행 중: { $programs }. 먼저 응용 프로그램을 닫으세요. 파일이 없어지면 실행 중인 것이 제대로 동작하지 않을 수 있습니다.

progress-bytes = { BYTES($have) }/{ BYTES($size) }
progress-bytes-speed = { BYTES($have) }/{ BYTES($size) }, { BYTES($speed) }/초
progress-bytes-left = { BYTES($have) }/{ BYTES($size) }, { BYTES($speed) }/초, 약 { DURATION($left) } 남음
progress-packages = { COUNT($done) }/{ COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) }/{ COUNT($total) }: { $package }, 약 { DURATION($left) } 남음
progress-building = { $package }
retrying = { $artifact }: { DURATION($wait) } 후 { COUNT($attempt) }번째 시도
transfer = { $artifact }: { BYTES($have) }/{ BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: { COUNT($attempt) }번째 시도
waiting-network = 네트워크를 기다리는 중
waiting-network-next = 네트워크를 기다리는 중. { DURATION($wait) } 후 다시 시도

menu-manage = 업데이트 또는 제거

finding-changed = { $path }: 설치된 상태와 다릅니다
finding-missing = { $path }: 없습니다
finding-foreign = { $path }: 응용 프로그램에 속하지 않습니다
finding-rights = { $path }: 변경하거나 사용할 수 있는 사람이 설치할 때와 다릅니다
finding-launcher = { $path }: 응용 프로그램을 시작하지 않습니다
finding-pointer = { $path }: 설치된 버전을 가리키지 않습니다
finding-python = { $path }: 이 Python이 없어졌거나 다른 버전으로 바뀌었습니다
finding-record = { $path }: 설치 기록이 없거나 변경되었습니다
