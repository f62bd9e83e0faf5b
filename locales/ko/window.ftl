window-caption = { $name } 설치 관리

window-install = 설치
window-upgrade = 업데이트
window-repair = 복구
window-go-back = 되돌리기
window-uninstall = 제거
window-cancel = 취소
window-language = 언어
window-close = 닫기
window-later = 종료 후 업데이트
window-open = 열기
window-back = 뒤로
window-continue = 계속
window-try-again = 다시 시도
window-copy = 복사
window-copy-details = 자세한 정보 복사
window-stop = 중지
window-stop-close = 중지하고 닫기
window-go-on = 계속 진행

window-step = { $step }…
window-nothing-changed = 아직 아무것도 변경되지 않습니다.
window-going-on = 중단된 곳부터 계속하는 중…
window-stopping = 중지하는 중…

window-offer-install = { $name } 설치
window-offer-upgrade = { $name } 업데이트
window-offer-repair = { $name } 복구
window-offer-go-back = 이전 버전의 { $name }(으)로 되돌릴까요?
window-offer-uninstall = { $name }을(를) 제거할까요?
window-consequence-upgrade = 새 버전이 제대로 시작될 때까지 설치된 버전을 그대로 두며, 이후에도 되돌릴 수 있도록 보존합니다.
window-consequence-repair = 손상되었거나 없어진 부분을 되살립니다. 내 데이터는 건드리지 않습니다.
window-consequence-go-back = 버전 { $version }을(를) 다시 사용합니다. 새 버전에서 변경한 데이터는 열리지 않을 수 있습니다. 자세한 내용은 게시자에게 문의하세요.
window-consequence-uninstall = 응용 프로그램과 함께 설치된 모든 것을 이 컴퓨터에서 제거합니다.

window-version = 버전 { $version }
window-version-size = 버전 { $version } · { BYTES($size) } 다운로드
window-verified = 확인된 게시자: { $publisher }
window-fact-signed = 서명
window-signed = 키 { COUNT($keys) }개 중 { COUNT($signed) }개({ COUNT($threshold) }개 필요)
window-fact-download = 다운로드
window-download = { BYTES($size) }(패키지 { COUNT($packages) }개)
window-download-none = 없음(모두 준비됨)
window-fact-disk = 디스크 사용량
window-disk = 약 { BYTES($size) }
window-fact-folder = 폴더

window-options = 옵션
window-folder = 설치할 폴더
window-switch-start = 준비되면 { $name } 시작
window-switch-menu = 메뉴에 추가
window-switch-desktop = 바탕 화면에 아이콘 추가
window-switch-path = 터미널에서 명령 사용(PATH에 추가)

window-now-install = { $name } 설치 중
window-now-upgrade = { $name } 업데이트 중
window-now-repair = { $name } 복구 중
window-now-go-back = 이전 버전의 { $name }(으)로 되돌리는 중
window-now-uninstall = { $name } 제거 중

window-speed = { BYTES($speed) }/초
window-left = 약 { DURATION($left) } 남음
window-speed-left = { BYTES($speed) }/초 · 약 { DURATION($left) } 남음
window-waiting = 네트워크를 기다리는 중입니다. 자동으로 계속됩니다.

window-details = 자세한 정보
window-arrived = { $artifact }을(를) 받았습니다({ BYTES($size) })
window-building = { $package }을(를) 빌드하는 중입니다
window-installed = { $package }을(를) 설치했습니다

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = 버전 { $version }이(가) 설치되어 있습니다
window-news-none = 최신 상태입니다.
window-news-upgrade = 버전 { $version }을(를) 사용할 수 있습니다({ BYTES($size) } 다운로드).
window-news-left-aside = 정상 작동합니다. 더 새로운 버전 { $version }에서 되돌린 상태입니다.
window-news-broken = 일부가 손상되었거나 없지만 복구할 수 있습니다.
window-news-unknown = 새 버전이 있는지 확인하지 못했습니다.
window-about-repair = 손상되었거나 없어진 부분을 되살립니다.
window-about-go-back = 남아 있는 버전 { $version }을(를) 다시 사용합니다.
window-about-uninstall = 따로 선택하지 않으면 내 데이터는 유지됩니다.
window-running = 실행 중: { $programs }. 닫을 때까지 시작할 때의 버전으로 계속 실행됩니다.

window-goes-size = 다음 항목을 제거합니다({ BYTES($size) }):
window-data = 여기서 켜지 않으면 다음 항목은 유지됩니다:
window-data-remove = { $folder }에 있는 내 데이터도 제거({ BYTES($size) })
window-downloads-remove = 다른 곳에서 쓰지 않는 다운로드 파일 제거({ BYTES($size) })

window-ready = { $name } 준비 완료
window-removed = { $name } 제거 완료
window-removed-kept = 내 데이터는 건드리지 않았습니다.
window-removed-data = 선택한 데이터도 제거했습니다.
window-done-install = 모두 확인했으며 정상 작동합니다.
window-done-upgrade = 새 버전을 확인했으며 정상 작동합니다. 이전 버전은 되돌릴 수 있도록 보존됩니다.
window-done-repair = 모두 확인했으며 다시 정상 작동합니다.
window-done-go-back = 이전 버전을 다시 사용합니다.
window-done-nothing = 손상된 것이 없어 할 일이 없었습니다.
window-done-later = 버전 { $version } 준비가 끝났습니다. 다음에 이 프로그램을 시작하면 전환됩니다.
window-still-running = 아직 이전 버전으로 실행 중: { $programs }. 이 버전을 사용하려면 다시 시작하세요.
window-type-this = 시작하려면 터미널에 다음을 입력하세요:
window-copied = 복사했습니다
window-where = 명령은 { $folder }에 있습니다.
window-not-on-path = 명령은 { $folder }에 있지만 이 폴더가 PATH에 없습니다. 추가하기 전까지는 터미널에서 전체 경로를 입력해야 합니다.
window-stopped = 중지됨
window-stopped-kept = 변경된 것은 없습니다. 다운로드한 파일은 보존되며, 다음에 그 지점부터 계속합니다.

window-failed = { $name }을(를) 설치하지 못했습니다
window-failed-network = 연결할 수 없음
window-failed-refused = 안전을 위해 설치하지 않았습니다
window-failed-older = 이전 버전을 거부했습니다
window-failed-python = 알맞은 Python이 없습니다
window-failed-package = 이 컴퓨터에 맞는 패키지가 없습니다
window-failed-disk = 디스크 또는 폴더에 문제가 있습니다
window-failed-busy = 다른 설치가 진행 중입니다
window-failed-removal = { $name }을(를) 제거하지 못했습니다
window-failed-repair = { $name }을(를) 복구하지 못했습니다
window-failed-go-back = 이전 버전의 { $name }(으)로 되돌리지 못했습니다
window-code = 자세한 정보({ $code })
window-tries-in = { DURATION($left) } 후 다시 시도
window-kept = 다운로드한 파일은 보존됩니다.
window-support = 도움말: { $support }

window-proxy-name = 프록시 사용자 이름
window-proxy-password = 비밀번호

window-ask-cancel = 여기서 중지할까요?
window-ask-close = 중지하고 창을 닫을까요?
window-ask-kept = 다운로드한 파일은 보존되며, 다음에 그 지점부터 계속합니다.
window-ask-undone = 진행하던 변경은 취소됩니다. 전에 설치된 것은 그대로 유지됩니다.
