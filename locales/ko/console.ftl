plan-publisher = {"  "}게시자: { $publisher }, 키 { COUNT($keys) }개 중 { COUNT($signed) }개로 서명됨({ COUNT($threshold) }개 필요)
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}패키지: { COUNT($packages) }개({ BYTES($size) }, 그중 { BYTES($fetch) } 다운로드)
plan-builds = {"  "}이 컴퓨터에서 빌드: { $packages }
plan-running = {"  "}실행 중: { $programs }. 시작할 때의 버전으로 계속 실행되며, 필요한 것은 제거되지 않습니다.
plan-go-back-data = {"  "}내 데이터는 그대로 유지됩니다. 새 버전에서 기록한 데이터는 이전 버전에서 읽지 못할 수 있습니다. 중요한 데이터라면 먼저 복사해 두세요.
plan-folder = {"  "}폴더: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = 버전 { $version }이(가) 설치되었습니다.
outcome-upgrade = 버전 { $version }이(가) 설치되었습니다. 이전 버전도 남아 있으며 “{ $command }”으로 되돌릴 수 있습니다.
outcome-upgrade-later = 버전 { $version }이(가) 아직 실행 중입니다. { $pending } 준비가 끝났으며, 다음에 이 프로그램을 시작하면 전환됩니다.
outcome-go-back = 버전 { $version }(으)로 되돌렸습니다. 되돌리기 전 버전은 보존되며 “{ $command }”으로 다시 돌아갈 수 있습니다.
outcome-repair = 버전 { $version }을(를) 새로 설치했습니다.
outcome-mend = 버전 { $version }이(가) 다시 정상 상태가 되었습니다.
outcome-verify = 손상된 것이 없습니다. 버전 { $version }이(가) 설치된 그대로입니다.
outcome-up-to-date = 버전 { $version }이(가) 설치되어 있으며 최신 상태입니다.
outcome-left-aside = 버전 { $version }이(가) 설치되어 있습니다. { $newer }에서 되돌렸으므로 자동으로 설치되지 않습니다. 설치하려면 “{ $command }”를 실행하세요.
outcome-running = 아직 이전 버전으로 실행 중: { $programs }. 이 버전을 사용하려면 다시 시작하세요.
outcome-uninstall = 제거했습니다.
outcome-commands = 시작 명령: { $commands }
outcome-not-on-path = { $folder } 폴더가 PATH에 없습니다. PATH에 추가하면 폴더 이름을 생략할 수 있습니다.
outcome-path-line = 이름만으로 시작하려면 다음 줄을 { $file }에 추가하거나 --add-to-path를 붙여 다시 실행하세요.
outcome-path-added = { $file }에서 명령 폴더를 PATH에 추가했습니다. 사용하려면 새 터미널을 여세요.
failure-message = 오류: { $message } [{ $code }]
failure-hint = 해결 방법: { $hint }
failure-details = 자세한 정보:

findings-compared = 버전 { $version }: 파일 { COUNT($files) }개를 비교했습니다({ BYTES($size) }). 패키지 { COUNT($packages) }개 중 { COUNT($signed) }개는 게시자가 서명한 내용과, 나머지는 설치 기록과 비교했습니다
findings-mended = 복구함({ COUNT($count) }개):
findings-more = {"  "}외 { COUNT($count) }개. --json을 사용하면 모두 표시합니다

check-up-to-date = { $name } { $installed }은(는) 최신 상태입니다.
check-upgrade = { $name } { $offered }을(를) 설치할 수 있습니다. 현재 { $installed }이(가) 설치되어 있습니다.
check-upgrade-size = { $name } { $offered }을(를) 설치할 수 있습니다({ BYTES($size) } 다운로드). 현재 { $installed }이(가) 설치되어 있습니다.
check-security = 버전 { $installed }에는 알려진 보안 문제가 있습니다.
check-obstacle = {"  "}현재 상태로는 이 컴퓨터에 설치할 수 없습니다 [{ $code }].

removal-goes = { $name } { $version }에서 다음 항목을 제거합니다.
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = 다음 항목은 남습니다.
removal-data = {"  "}{ $path }에 있는 내 데이터({ BYTES($size) }). --remove-data { $path }을(를) 지정하면 함께 제거합니다
removal-data-goes = {"  "}{ $path }에 있는 내 데이터({ BYTES($size) })
removal-left = {"  "}{ $path }(이후 변경되었거나 이 프로그램의 것이 아님)
removal-downloads = {"  "}다른 곳에서 쓰지 않는 다운로드 파일({ BYTES($size) }). --remove-downloads를 지정하면 함께 제거합니다
removal-downloads-goes = {"  "}다른 곳에서 쓰지 않는 다운로드 파일({ BYTES($size) })

status-nothing = 설치된 것이 없습니다.
status-installed = { $name } { $version }, 설치한 시각: { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}패키지: { COUNT($packages) }개
status-previous = {"  "}되돌릴 수 있는 버전: { $version }
status-file = {"  "}폴더 밖의 파일: { $path }
shell-line = 명령을 PATH에 넣는 { $path }의 줄

note-locale = “{ $asked }” 언어로 된 텍스트가 없습니다. 사용 가능한 언어: { $known }
note-log = 이번 실행의 로그: { $path }
note-anothers = 다른 계정({ $owner })의 것이므로 보기만 합니다.
note-no-desktop = 여기에는 바탕 화면 폴더가 없으므로 --desktop-shortcut은 효과가 없습니다.

ask-uninstall = { $folder }에서 { $name }을(를) 제거할까요?
ask-remove-data = { $path }에 있는 내 데이터({ BYTES($size) })도 제거할까요? 복구할 수 없습니다.
ask-remove-downloads = 다른 곳에서 쓰지 않는 다운로드 파일({ BYTES($size) })도 제거할까요?
answer-choices = [y/N]
answer-yes = y yes 예 네

help-about = 서명된 릴리스에서 Python 응용 프로그램을 설치하고 최신 상태로 유지합니다.
help-usage = 사용법: { $program } [명령] [옵션]
help-commands = 명령:
help-command-none = 명령 없이: 설치, 업데이트, 중단된 작업 마무리 중 필요한 작업 수행
help-command-install = 응용 프로그램 설치
help-command-upgrade = 새 릴리스가 있으면 설치
help-command-repair = 설치된 릴리스의 손상된 부분 복구
help-command-go-back = 이전 버전으로 되돌리기(네트워크 불필요)
help-command-verify = 설치된 모든 파일을 게시된 내용과 비교
help-command-check = 새 릴리스가 있는지 확인
help-command-status = 설치된 항목 표시
help-command-uninstall = 응용 프로그램 제거(내 데이터는 유지)
help-options = 옵션:
help-prefix = 이 폴더에 설치
help-python = 이 Python 또는 이 버전의 Python 사용
help-repository = 이 위치에서 릴리스 가져오기
help-profile = 다른 응용 프로그램 설치: profile.toml과 root.json이 있는 폴더
help-index-url = 이 인덱스에서만 패키지 다운로드
help-mirror = files.pythonhosted.org의 이 미러를 먼저 시도(여러 번 지정 가능)
help-find-links = 이 폴더에서 패키지를 먼저 찾기(여러 번 지정 가능)
help-offline = 네트워크를 사용하지 않음
help-proxy = 이 프록시 사용, http://NAME:PASSWORD@HOST:PORT
help-ca = 이 파일의 인증 기관도 신뢰
help-later = 응용 프로그램이 실행 중이면 새 버전을 준비만 하고 다음에 시작할 때 전환
help-wait = 진행 중인 다른 설치를 이 시간만큼 대기(기본값 10분, --silent나 --json을 쓰면 기다리지 않음)
help-face = 창(“window”) 또는 터미널(“terminal”) 사용
help-menu = 응용 프로그램 메뉴에 항목 추가(--no-menu를 지정하지 않으면 추가)
help-desktop-shortcut = 바탕 화면에 아이콘 추가(요청할 때만)
help-add-to-path = 셸에서 명령을 찾도록 명령 폴더를 PATH에 추가(업데이트할 때도 유지)
help-silent = 오류만 표시하고 질문하지 않음
help-json = 모든 내용을 JSON 줄로 출력
help-yes = 제거 전 질문에 “예”로 답함
help-anew = repair와 함께: 모두 새로 설치
help-remove-data = uninstall과 함께: 내 데이터가 있는 이 폴더도 제거(여러 번 지정 가능)
help-remove-downloads = uninstall과 함께: 다운로드한 파일도 제거
help-locale = 이 언어 사용(예: ko)
help-log = 로그 기록
help-replay = --json으로 기록한 내용을 창에 표시(설치하지 않음)
help-version = 이 프로그램의 버전 표시
help-help = 이 도움말 표시
help-exit =
    종료 상태: 0 완료 또는 할 일 없음, 2 사용법 오류, 10 네트워크, 11 안전을 위해 거부,
    12 이전 릴리스 거부, 13 알맞은 Python 없음, 14 wheel 또는 컴파일러 없음,
    15 디스크 또는 권한, 16 환경, 17 사용 중, 18 설치되지 않음, 19 손상됨,
    100 “check”에서 업데이트 발견, 70 내부 오류, 130 취소됨.
