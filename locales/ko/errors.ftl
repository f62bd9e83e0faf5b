usage-unknown-command = “{ $command }” 명령이 없습니다.
usage-unknown-command-hint = { $suggestion ->
    [none] 사용할 수 있는 항목은 “{ $program } --help”를 참고하세요.
   *[other] “{ $suggestion }”을(를) 입력하려고 하셨나요? 사용할 수 있는 항목은 “{ $program } --help”를 참고하세요.
}
usage-two-commands = “{ $first }”와(과) “{ $second }”, 두 명령을 입력했습니다.
usage-two-commands-hint = 명령을 하나씩 차례로 실행하세요.
usage-unknown-option = “{ $option }” 옵션이 없습니다.
usage-unknown-option-hint = { $suggestion ->
    [none] 사용할 수 있는 항목은 “{ $program } --help”를 참고하세요.
   *[other] “{ $suggestion }”을(를) 입력하려고 하셨나요? 사용할 수 있는 항목은 “{ $program } --help”를 참고하세요.
}
usage-missing-value = “{ $option }” 옵션에는 값이 필요합니다.
usage-missing-value-hint = 뒤에 값을 쓰세요: “{ $option } VALUE”. “{ $program } --help”를 참고하세요.
usage-surplus-value = “{ $option }” 옵션에는 값을 지정할 수 없습니다.
usage-surplus-value-hint = “{ $option }”만 쓰세요. “{ $program } --help”를 참고하세요.
usage-bad-value = “{ $value }”은(는) “{ $option }”에 사용할 수 없는 값입니다.
usage-bad-value-hint = “{ $option }”에 쓸 수 있는 값은 “{ $program } --help”를 참고하세요.
usage-twice = “{ $option }” 옵션을 두 번 지정했습니다.
usage-twice-hint = 한 번만 지정하세요.
usage-conflict = “{ $option }”와(과) “{ $other }”은(는) 함께 사용할 수 없습니다.
usage-conflict-hint = 둘 중 하나를 빼세요.
usage-misplaced-option = “{ $option }” 옵션은 이 명령에 효과가 없습니다.
usage-misplaced-option-hint = 다음에 쓰는 옵션입니다: { $commands }
usage-bad-profile = 응용 프로그램 프로필 { $path }을(를) 사용할 수 없습니다.
usage-bad-profile-hint = 폴더에 읽을 수 있는 profile.toml과 root.json이 있어야 합니다. 받은 곳에 새 복사본을 요청하세요.
usage-bad-certificates = { $path }에 사용할 수 있는 인증서가 없습니다.
usage-bad-certificates-hint = --ca로 PEM 형식의 인증서 파일을 지정하세요.
usage-no-certificates = 인증 기관 파일 { $path }을(를) 읽을 수 없습니다.
usage-no-certificates-hint = --ca 뒤의 이름을 확인하세요. 읽기 권한이 있는 PEM 형식의 인증서 파일이어야 합니다.
usage-bad-proxy = { $host }을(를) 프록시로 사용할 수 없습니다.
usage-bad-proxy-hint = --proxy 값을 확인하세요.
usage-no-home = 이 계정에는 홈 폴더가 없습니다.
usage-no-home-hint = HOME을 설정하거나 홈 폴더가 있는 사용자로 실행하세요.
usage-no-such-data = { $path }은(는) 이 응용 프로그램의 데이터 폴더가 아닙니다.
usage-no-such-data-hint = { $folders ->
    [none] 이 응용 프로그램에 지정된 데이터 폴더가 없거나 폴더가 존재하지 않습니다.
   *[other] 다음 중 하나를 표시된 그대로 입력하세요: { $folders }
}
usage-no-consent = 응용 프로그램을 제거하려면 확인이 필요한데, 여기서는 물어볼 수 없습니다.
usage-no-consent-hint = 응용 프로그램을 제거하려면 --yes를 붙여 다시 실행하세요.
usage-no-face = 창을 열 수 없고, 여기에는 물어볼 터미널도 없습니다.
usage-no-face-hint = 터미널에서 실행하세요: { $command }

repository-unreachable = { $place }에 연결할 수 없거나 올바른 응답을 받지 못했습니다({ $file } 요청 중).
repository-unreachable-hint = 인터넷 연결과 프록시 설정을 확인하고 다시 시도하세요. 변경된 것은 없습니다.
repository-not-there = { $place }에 릴리스가 없습니다. { $file }을(를) 찾을 수 없습니다.
repository-not-there-hint = 주소를 확인하세요. 주소가 맞다면 응용 프로그램의 게시자에게 알려 주세요.
repository-too-long = { $place }에서 { $file }의 한도인 { BYTES($limit) }보다 많은 데이터를 보냈습니다.
repository-too-long-hint = 서버나 통신 경로를 신뢰할 수 없습니다. 다른 네트워크를 사용해 보고, 다시 발생하면 게시자에게 알려 주세요.
repository-offline = 릴리스가 { $place }에 있지만 --offline 때문에 확인할 수 없습니다.
repository-offline-hint = --offline 없이 실행하거나 --repository로 릴리스 폴더를 지정하세요.

trust-expired = “{ $role }”에 대한 게시자의 서명이 { $expires }에 만료되었습니다. 이 컴퓨터의 시계는 { $now }입니다.
trust-expired-hint = 이 컴퓨터의 날짜와 시간을 확인하세요. 맞다면 게시자가 서명을 갱신해야 합니다. 게시자에게 알리고 나중에 다시 시도하세요.
trust-clock-behind = “{ $role }”에 대한 게시자의 서명이 { $expires }에 만료되었습니다. 이 컴퓨터의 시계는 { $now }이지만, 이 프로그램이 만들어지거나 마지막으로 실행된 때는 { $known }이었습니다.
trust-clock-behind-hint = 이 컴퓨터의 날짜와 시간을 확인하세요. 전에 시계가 틀렸고 지금은 맞다면 제거한 후 다시 설치하세요.
trust-threshold = “{ $role }”에는 키 { COUNT($need) }개의 서명이 필요하지만 { COUNT($have) }개만 서명했습니다.
trust-threshold-hint = 이 출처에서 설치하지 마세요. 릴리스가 변조되었거나 서명한 게시자가 부족합니다. 게시자에게 알려 주세요.
trust-rollback = 서버가 제공하는 “{ $role }”의 버전 { $offered }은(는) 전에 확인한 버전 { $trusted }보다 오래되었습니다.
trust-rollback-hint = 서버나 통신 경로가 오래된 상태를 보여 주고 있습니다. 다른 네트워크나 미러를 사용해 보세요. 문제가 계속되면 게시자에게 알려 주세요.
trust-malformed = { $file }이(가) 게시자 파일의 형식에 맞지 않습니다.
trust-malformed-hint = 서버 대신 네트워크의 로그인 페이지가 응답했을 수 있습니다. 아무 웹 페이지나 열어 로그인한 다음 다시 시도하세요. 문제가 계속되면 게시자에게 알려 주세요.
trust-web-page = { $file }이(가) 게시자의 파일이 아니라 웹 페이지입니다.
trust-web-page-hint = 이 네트워크에 로그인해야 하는 것 같습니다. 아무 웹 페이지나 열어 로그인한 다음 다시 시도하세요.
trust-inconsistent = 게시자의 파일들이 서로 맞지 않습니다({ $file }).
trust-inconsistent-hint = 지금 새 릴리스가 서버에 올라가는 중일 수 있습니다. 몇 분 후 다시 시도하세요. 문제가 계속되면 게시자에게 알려 주세요.
trust-many-roots = 이 컴퓨터가 마지막으로 확인한 이후 게시자의 키가 { COUNT($limit) }번 넘게 바뀌었습니다.
trust-many-roots-hint = 다시 실행하세요. 여기서부터 이어서 진행합니다.
trust-other-application = 이것은 { $expected }이(가) 아니라 { $found }의 릴리스입니다.
trust-other-application-hint = 저장소 주소를 확인하세요. 주소가 맞다면 게시자에게 알려 주세요.
trust-unsupported = { $file }에서 이 프로그램이 지원하지 않는 기능을 사용합니다: { $feature }.
trust-unsupported-hint = 게시자에게서 최신 설치 프로그램을 받으세요.
trust-mismatch = { $file }은(는) 게시자가 서명한 파일이 아닙니다.
trust-mismatch-hint = 파일이 변조되었거나 손상되어 사용하지 않았습니다. 다시 시도하거나 다른 네트워크를 사용해 보세요. 문제가 계속되면 게시자에게 알려 주세요.
trust-too-long = { $file }이(가) 허용된 { BYTES($limit) }보다 깁니다.
trust-too-long-hint = 파일을 사용하지 않았습니다. 게시자에게 알려 주세요.
trust-floor = 서버는 { $offered }을(를) 제공하지만, 이 설치 프로그램은 { $floor }보다 낮은 버전을 받아들이지 않습니다.
trust-floor-hint = 서버나 통신 경로가 오래된 상태를 보여 주고 있습니다. 다른 네트워크나 미러를 사용해 보세요. 문제가 계속되면 게시자에게 알려 주세요.
trust-newer-format = { $file }의 형식은 { $format }입니다. 이 프로그램은 { $supported }까지 읽을 수 있습니다.
trust-newer-format-hint = 게시자에게서 최신 설치 프로그램을 받으세요.

plan-older = 버전 { $installed }이(가) 설치되어 있습니다. 이전 버전 { $offered }(으)로 덮어쓰지 않습니다.
plan-older-hint = 이전 버전을 원하면 설치된 버전을 먼저 제거하세요. 내 데이터는 유지됩니다.
plan-replaced = 버전 { $version }이(가) 다시 게시되었는데, 서버가 둘 중 먼저 게시된 것을 제공하고 있습니다.
plan-replaced-hint = 서버나 통신 경로가 오래된 상태를 보여 주고 있습니다. 다른 네트워크나 미러를 사용해 보세요. 문제가 계속되면 게시자에게 알려 주세요.
plan-below-floor = 버전 { $offered }에는 알려진 보안 문제가 있습니다. 게시자는 { $floor }보다 낮은 버전을 더 이상 허용하지 않습니다.
plan-below-floor-hint = 더 새로운 버전을 사용하세요. 없으면 게시자에게 알려 주세요.
plan-not-installed = 응용 프로그램이 여기에 설치되어 있지 않습니다.
plan-not-installed-hint = 먼저 설치하거나 --prefix로 폴더를 지정하세요.
    .window = 먼저 설치하세요.
plan-no-previous = 되돌릴 이전 버전이 없습니다.
plan-no-previous-hint = 업데이트할 때마다 바로 이전 버전 하나만 보존됩니다. 설치된 것은 그대로 유지됩니다.
plan-other-application = 이 폴더에는 { $installed }이(가) 있습니다. { $offered }을(를) 여기에 설치할 수 없습니다.
plan-other-application-hint = --prefix로 다른 폴더를 선택하세요.
    .window = 다른 폴더를 선택하세요.
plan-no-python = 알맞은 Python을 찾지 못했습니다. 필요한 버전: { $needed }.
plan-no-python-hint = python.org나 시스템의 패키지 관리자에서 해당 Python을 설치하거나 --python으로 지정하세요.
    .window = python.org나 시스템의 패키지 관리자에서 해당 Python을 설치하세요.
plan-other-python = 요청한 { $asked }을(를) 사용할 수 없습니다. 필요한 버전: { $needed }.
plan-other-python-hint = --python으로 다른 Python을 지정하거나, 옵션을 빼서 알맞은 Python을 자동으로 찾게 하세요. 찾은 결과는 자세한 정보에 있습니다.
plan-no-wheel = 이 컴퓨터({ $platform }, Python { $python })용으로 미리 빌드된 패키지가 없습니다: { $packages }.
plan-no-wheel-hint = --python으로 다른 Python을 사용해 보세요. 그래도 안 되면 게시자에게 이 컴퓨터를 지원해 달라고 요청하세요.
    .window = 다른 버전의 Python을 설치해 보세요. 그래도 안 되면 게시자에게 이 컴퓨터를 지원해 달라고 요청하세요.
plan-no-compiler = 다음 패키지는 이 컴퓨터에서 빌드해야 하지만, Python 헤더를 갖춘 작동하는 C 컴파일러를 찾지 못했습니다: { $packages }.
plan-no-compiler-hint = C 컴파일러와 Python 개발 파일을 설치하거나(Debian에서는 build-essential과 python3-dev) --python으로 다른 Python을 사용해 보세요.
    .window = C 컴파일러와 Python 개발 파일을 설치하세요(Debian에서는 build-essential과 python3-dev).
plan-bad-lock = 릴리스에서 { $package } 패키지에 관한 내용이 서로 모순됩니다.
plan-bad-lock-hint = 게시자의 실수입니다. 게시자에게 알려 주세요. 변경된 것은 없습니다.

fetch-unreachable = { $artifact }을(를) 다운로드할 수 없습니다. { $host }에 연결하지 못했습니다.
fetch-unreachable-hint = 인터넷 연결과 프록시 설정을 확인하고 다시 실행하세요. 이미 받은 것은 보존됩니다.
fetch-server = { $artifact }을(를) 다운로드할 수 없습니다. { $host }에서 오류 { $status }을(를) 반환했습니다.
fetch-server-hint = 나중에 다시 시도하세요. 이미 받은 것은 보존됩니다.
fetch-not-found = { $artifact }이(가) 있어야 할 곳 어디에도 없습니다.
fetch-not-found-hint = 인덱스, 미러, 폴더를 지정했다면 파일이 그곳에 있는지 확인하세요. 그렇지 않다면 게시자에게 알려 주세요.
fetch-cut = { $artifact }을(를) 받는 중에 연결이 끊겼습니다. { BYTES($size) } 중 { BYTES($have) }을(를) 받았습니다.
fetch-cut-hint = 다시 실행하세요. 중단된 곳부터 이어서 다운로드합니다.
fetch-short = { $artifact }이(가) 너무 일찍 끝났습니다. { BYTES($size) }여야 하는데 { BYTES($have) }뿐입니다.
fetch-short-hint = 서버나 프록시가 불완전한 파일을 보내고 있습니다. 다시 실행하거나 다른 네트워크 또는 미러를 사용하세요.
fetch-too-long = { $artifact }이(가) 게시자가 서명한 { BYTES($size) }보다 깁니다.
fetch-too-long-hint = 파일을 사용하지 않았습니다. 다른 네트워크나 미러를 사용해 보세요. 문제가 계속되면 게시자에게 알려 주세요.
fetch-wrong-hash = { $host }에서 받은 { $artifact }은(는) 게시자가 서명한 파일이 아닙니다.
fetch-wrong-hash-hint = 파일이 도중에 변조되었거나 손상되어 사용하지 않았습니다. 다른 네트워크나 미러를 사용해 보세요. 문제가 계속되면 게시자에게 알려 주세요.
fetch-login-page = { $host }에서 파일 대신 웹 페이지로 응답했습니다.
fetch-login-page-hint = 이 네트워크에 로그인해야 하는 것 같습니다. 아무 웹 페이지나 열어 로그인한 다음 다시 실행하세요.
fetch-slow = { $host }에서 { $artifact }을(를) 너무 느리게 보내고 있습니다.
fetch-slow-hint = 나중에 또는 다른 네트워크에서 다시 실행하세요. 중단된 곳부터 이어서 다운로드합니다.
fetch-redirect = { $host }에서 { $artifact } 다운로드를 순환시키거나 안전하지 않은 곳으로 보냅니다.
fetch-redirect-hint = 다른 네트워크나 미러를 사용해 보세요. 문제가 계속되면 게시자에게 알려 주세요.
fetch-confused = { $artifact }에 대한 { $host }의 응답이 올바르지 않습니다.
fetch-confused-hint = 나중에 다시 시도하거나 다른 미러 또는 인덱스를 사용해 보세요.
fetch-tls = { $issuer ->
    [unknown] { $host }에 대한 연결이 안전하지 않습니다. 이 컴퓨터에서 인증서를 신뢰하지 않습니다.
   *[other] { $host }에 대한 연결이 안전하지 않습니다. 인증서를 발급한 { $issuer }을(를) 이 컴퓨터에서 신뢰하지 않습니다.
}
fetch-tls-hint = 회사에서는 네트워크가 연결을 검사할 수 있습니다. 그 인증 기관을 문의하여 --ca로 파일을 지정하세요. 그 밖의 장소라면 다른 네트워크를 사용하세요.
    .window = 회사에서는 네트워크가 연결을 검사할 수 있습니다. 이 컴퓨터를 관리하는 사람에게 회사의 인증 기관을 신뢰하도록 설정해 달라고 요청하세요. 그 밖의 장소라면 다른 네트워크를 사용하세요.
fetch-proxy = { $proxy ->
    [unknown] { $host }(으)로 가는 프록시가 이름과 비밀번호를 요구하거나, 입력한 이름과 비밀번호를 거부했습니다.
   *[other] 프록시 { $proxy }이(가) 이름과 비밀번호를 요구하거나, 입력한 이름과 비밀번호를 거부했습니다.
}
fetch-proxy-hint = --proxy http://NAME:PASSWORD@HOST:PORT 형식으로 지정하세요.
fetch-proxy-unreachable = 프록시 { $proxy }에 연결할 수 없어 { $host }에 요청하지 못했습니다.
fetch-proxy-unreachable-hint = 프록시의 이름과 포트를 확인하세요(--proxy 뒤의 값, http_proxy 및 https_proxy 변수, 시스템 설정). 이미 받은 것은 보존됩니다.
    .window = 프록시의 이름과 포트를 확인하세요(http_proxy 및 https_proxy 변수, 시스템 설정). 이미 받은 것은 보존됩니다.
fetch-login = { $host }에서 이름과 비밀번호를 요구하거나, 입력한 이름과 비밀번호를 거부했습니다.
fetch-login-hint = --index-url, --mirror, --repository로 지정한 주소에 https://NAME:PASSWORD@HOST/… 형식으로 넣으세요. 주소를 지정하지 않았다면 게시자에게 알려 주세요.
    .window = 지정한 주소에 https://NAME:PASSWORD@HOST/… 형식으로 넣으세요. 주소를 지정하지 않았다면 게시자에게 알려 주세요.
fetch-offline = 파일 { COUNT($count) }개가 없지만 --offline 때문에 다운로드할 수 없습니다: { $artifacts }
fetch-offline-hint = 파일을 폴더에 넣고 --find-links로 지정하거나 --offline 없이 실행하세요.

disk-full = { $folder }에 공간이 부족합니다.
disk-full-hint = 공간을 확보하거나 다른 폴더를 선택하세요. 응용 프로그램의 위치는 --prefix로, 다운로드 위치는 XDG_CACHE_HOME 변수로 지정합니다. 이미 다운로드한 파일은 보존됩니다.
    .window = 공간을 확보하세요. 이미 다운로드한 파일은 보존됩니다.
disk-no-room = { $folder }에 { BYTES($needed) }이(가) 필요하지만 { BYTES($free) }만 남아 있습니다.
disk-no-room-hint = 공간을 확보하거나 다른 폴더를 선택하세요. 응용 프로그램의 위치는 --prefix로, 다운로드 위치는 XDG_CACHE_HOME 변수로 지정합니다. 이미 다운로드한 파일은 보존됩니다.
    .window = 공간을 확보하세요. 이미 다운로드한 파일은 보존됩니다.
disk-rights = { $path }에 쓸 수 있는 권한이 없습니다.
disk-rights-hint = 권한을 변경하거나 --prefix로 다른 폴더를 선택하세요. 관리자 권한은 필요하지 않습니다.
    .window = 권한을 변경하세요. 관리자 권한은 필요하지 않습니다.
disk-foreign-home = 홈 폴더 { $path }은(는) 이 프로그램을 실행하는 계정이 아닌 다른 계정의 것입니다. 그곳에 아무것도 쓰지 않았습니다.
disk-foreign-home-hint = sudo 없이 시작하세요. 관리자 권한은 필요하지 않습니다. 이 계정 자체에 설치하려면 sudo -H를 사용하세요.
disk-name = { $path }을(를) 만들 수 없습니다. 이름이 너무 길거나 허용되지 않는 문자가 있습니다.
disk-name-hint = --prefix로 디스크 최상위에 가깝고 이름이 짧은 폴더를 선택하세요.
    .window = 디스크 최상위에 가깝고 이름이 짧은 폴더를 선택하세요.
disk-no-rename = { $folder }의 파일 이름을 바꿀 수 없습니다.
disk-no-rename-hint = 다른 디스크의 폴더를 선택하세요. 응용 프로그램의 위치는 --prefix로, 다운로드 위치는 XDG_CACHE_HOME 변수로 지정합니다.
    .window = 다른 디스크의 폴더를 선택하세요. 다운로드 위치는 XDG_CACHE_HOME 변수로 지정합니다.
disk-no-links = { $folder }에는 응용 프로그램에 필요한 심볼릭 링크를 만들 수 없습니다.
disk-no-links-hint = --prefix로 다른 디스크의 폴더를 선택하세요. USB 메모리와 네트워크 드라이브는 링크를 지원하지 않는 경우가 많습니다.
    .window = 다른 디스크의 폴더를 선택하세요. USB 메모리와 네트워크 드라이브는 링크를 지원하지 않는 경우가 많습니다.
disk-no-locks = { $folder }의 파일을 잠글 수 없어 두 설치 작업이 서로 방해할 수 있습니다.
disk-no-locks-hint = 이 컴퓨터 자체 디스크의 폴더를 선택하세요. 응용 프로그램의 위치는 --prefix로, 다운로드 위치는 XDG_CACHE_HOME 변수로 지정합니다.
    .window = 이 컴퓨터 자체 디스크의 폴더를 선택하세요. 다운로드 위치는 XDG_CACHE_HOME 변수로 지정합니다.
disk-no-execution = { $folder }에서는 프로그램을 시작할 수 없어 응용 프로그램을 실행할 수 없습니다.
disk-no-execution-hint = --prefix로 프로그램을 실행할 수 있는 폴더를 선택하세요.
    .window = 프로그램을 실행할 수 있는 폴더를 선택하세요.
disk-no-room-for-files = { $folder }에 파일을 약 { COUNT($needed) }개 만들어야 하지만 디스크에는 { COUNT($free) }개를 더 만들 공간만 있습니다.
disk-no-room-for-files-hint = 그곳의 파일을 삭제하거나 --prefix로 다른 디스크의 폴더를 선택하세요.
    .window = 그곳의 파일을 삭제하거나 다른 디스크의 폴더를 선택하세요.
disk-path-too-long = { $folder } 경로가 너무 깁니다. 안에 파일을 만들 수 있으려면 { COUNT($most) }자 이하여야 합니다.
disk-path-too-long-hint = --prefix로 경로가 더 짧은 폴더를 선택하세요.
    .window = 경로가 더 짧은 폴더를 선택하세요.
disk-names-too-short = { $folder }의 파일 이름은 { COUNT($most) }자까지만 가능하지만 { COUNT($needed) }자가 필요합니다. 암호화된 폴더에서 자주 있는 일입니다.
disk-names-too-short-hint = XDG_CACHE_HOME 변수로 다운로드용 폴더를 다른 곳으로 지정하세요.
disk-other = { $path }을(를) 읽거나 쓸 수 없습니다.
disk-other-hint = 시스템의 메시지는 자세한 정보를 참고하세요. 그 자리에 다른 것이 있거나 사용 중인지 확인한 다음 다시 시도하세요. Windows에서는 바이러스 검사 프로그램이 파일을 사용 중일 수 있습니다.

limit-open-files = 이 계정은 파일을 동시에 { COUNT($limit) }개까지만 열 수 있지만 { COUNT($needed) }개가 필요합니다.
limit-open-files-hint = 한도를 늘리거나(“ulimit -n”) 이 컴퓨터의 관리자에게 문의하세요.
limit-file-size = 이 계정은 { BYTES($limit) }까지의 파일만 쓸 수 있지만 { BYTES($needed) }이(가) 필요합니다.
limit-file-size-hint = 한도를 늘리거나(“ulimit -f”) 이 컴퓨터의 관리자에게 문의하세요.

environment-runtime = 릴리스에 포함된 Python의 압축을 풀 수 없거나 실행되지 않습니다.
environment-runtime-hint = python.org에서 Python을 설치하여 --python으로 지정하고, 게시자에게도 알려 주세요.
    .window = python.org에서 Python을 설치하고, 게시자에게도 알려 주세요.
environment-create = Python이 응용 프로그램용 환경을 만들지 못했습니다.
environment-create-hint = 이유는 자세한 정보를 참고하세요. --python으로 다른 Python을 사용하거나 --prefix로 다른 폴더를 사용해 보세요.
    .window = 이유는 자세한 정보를 참고하세요. 다른 폴더를 선택하거나 다른 버전의 Python을 설치하세요.
environment-start = { $program }을(를) 시작할 수 없습니다.
environment-start-hint = 이유는 자세한 정보를 참고하세요. 이 폴더에서 프로그램 실행이 금지되었을 수 있습니다. --prefix로 다른 폴더를 선택하세요.
    .window = 이유는 자세한 정보를 참고하세요. 이 폴더에서 프로그램 실행이 금지되었을 수 있습니다. 다른 폴더를 선택하세요.
environment-wheel-refused = { $wheel }에 패키지에 있어서는 안 되는 내용이 있어 설치하지 않았습니다.
environment-wheel-refused-hint = 내용은 자세한 정보를 참고하세요. 게시자에게 알려 주세요. 변경된 것은 없습니다.
environment-pip = 패키지를 설치할 수 없습니다.
environment-pip-hint = pip의 메시지는 자세한 정보를 참고하세요. 변경된 것은 없습니다. 다시 발생하면 게시자에게 알려 주세요.
environment-pip-python = 릴리스의 pip({ $pip })이 Python { $python }에서 실행되지 않습니다.
environment-pip-python-hint = --python으로 다른 Python을 지정하고, 게시자에게도 알려 주세요.
    .window = 다른 버전의 Python을 설치하고, 게시자에게도 알려 주세요.
environment-hash = 게시자가 서명한 것과 다른 패키지가 있어 pip이 거부했습니다.
environment-hash-hint = 디스크나 다른 프로그램이 파일을 변경하고 있습니다. 전환은 이루어지지 않았습니다. 다시 시도하세요.
environment-build = 이 컴퓨터에서 { $package }을(를) 빌드할 수 없습니다.
environment-build-hint = 빌드 메시지는 자세한 정보를 참고하세요. 라이브러리의 개발 파일이 없는 경우가 많습니다. 다른 Python에는 미리 빌드된 패키지가 있을 수 있으니 --python을 사용해 보세요.
    .window = 빌드 메시지는 자세한 정보를 참고하세요. 라이브러리의 개발 파일이 없는 경우가 많습니다. 다른 Python에는 미리 빌드된 패키지가 있을 수 있습니다.
environment-no-headers = 이 컴퓨터에서 { $package }을(를) 빌드해야 하지만 { $python }에 C 헤더가 없습니다.
environment-no-headers-hint = Python 개발 파일을 설치하거나(Debian에서는 python3-dev) --python으로 다른 Python을 사용해 보세요.
    .window = Python 개발 파일을 설치하세요(Debian에서는 python3-dev).
environment-no-command = 릴리스에 “{ $command }” 명령이 있어야 하지만 없습니다.
environment-no-command-hint = 게시자의 실수입니다. 게시자에게 알려 주세요. 전환은 이루어지지 않았습니다.
environment-changed = 설치 후 { $path }의 상태가 올바르지 않습니다.
environment-changed-hint = 디스크나 다른 프로그램(바이러스 검사 프로그램 등)이 파일을 변경하고 있습니다. 전환은 이루어지지 않았습니다. 다시 시도하세요.
environment-check = 설치된 패키지들이 서로 맞지 않습니다.
environment-check-hint = 릴리스의 오류입니다. 게시자에게 알려 주세요. 전환은 이루어지지 않았습니다.
environment-smoke-test = 새로 설치한 응용 프로그램이 시작되지 않습니다.
environment-smoke-test-hint = 응용 프로그램의 메시지는 자세한 정보를 참고하세요. 전환은 이루어지지 않았습니다. 게시자에게 알려 주세요.
environment-time = 설치 단계가 너무 오래 걸려 중지했습니다.
environment-time-hint = 컴퓨터가 덜 바쁠 때 다시 시도하세요. 전환은 이루어지지 않았습니다.

activate-launcher-taken = { $path }은(는) 다른 것에 속한 파일이므로 덮어쓰지 않았습니다.
activate-launcher-taken-hint = 파일을 옮기거나 제거한 다음 다시 실행하세요.
activate-unsafe = { $path }은(는) 링크이거나, 다른 사람의 것이거나, 다른 사람이 쓸 수 있습니다. 사용하지 않았습니다.
activate-unsafe-hint = 다른 사람의 쓰기 권한을 없애거나(chmod go-w), 제거하거나, 다른 폴더를 선택하세요. 애플리케이션은 --prefix로, 다운로드는 변수 XDG_CACHE_HOME으로 지정합니다.
    .window = 다른 사람의 쓰기 권한을 없애거나(chmod go-w), 제거하거나, 다른 폴더를 선택하세요. 다운로드는 변수 XDG_CACHE_HOME으로 지정합니다.
activate-anothers = { $folder }에 설치된 것은 다른 계정의 것입니다: { $owner }.
activate-anothers-hint = 그 계정만 변경하거나 제거할 수 있습니다. --prefix로 다른 폴더를 선택하세요.
    .window = 그 계정만 변경하거나 제거할 수 있습니다. 다른 폴더를 선택하세요.
activate-damaged-receipt = { $path }이(가) 손상되어 설치에 속한 항목을 알 수 없습니다.
activate-damaged-receipt-hint = 이 프로그램을 명령 없이 시작하세요. 응용 프로그램을 새로 설치하고 이 파일을 다시 만듭니다. 그런 다음 제거하세요.
activate-foreign = { $path }은(는) 전부터 있던 것이고 설치의 일부가 아니므로 그대로 두었습니다.
activate-foreign-hint = --prefix로 다른 폴더를 선택하거나, 옮긴 다음 다시 실행하세요.
    .window = 다른 폴더를 선택하거나, 옮긴 다음 다시 실행하세요.
activate-previous-gone = 되돌릴 수 있도록 보존한 버전 { $version }의 파일이나 Python이 없어져 더 이상 시작할 수 없습니다.
activate-previous-gone-hint = 설치된 버전을 계속 사용하세요. 아무것도 변경하지 않았습니다.
activate-newer-receipt = { $path }은(는) 더 새로운 설치 프로그램이 기록한 파일입니다.
activate-newer-receipt-hint = 그 설치 프로그램을 사용하거나 게시자에게서 최신 버전을 받으세요.

verify-damaged = 설치된 것 중 { COUNT($count) }곳이 올바른 상태가 아닙니다.
verify-damaged-hint = “{ $command }”를 실행하세요. 손상된 부분을 복구하며 내 데이터는 건드리지 않습니다.
    .window = “{ window-repair }”를 실행하세요. 손상된 부분을 복구하며 내 데이터는 건드리지 않습니다.
verify-damaged-anothers = 설치된 것 중 { COUNT($count) }곳이 올바른 상태가 아닙니다.
verify-damaged-anothers-hint = 소유한 계정만 복구할 수 있습니다: { $owner }.
uninstall-declined = 아무것도 제거하지 않았습니다.
uninstall-declined-hint = 응용 프로그램은 그대로 유지됩니다. 제거하려면 다시 실행하여 “예”로 답하세요.
uninstall-mounted = { $path }에 다른 드라이브가 연결되어 있어, 이를 포함한 데이터 폴더를 제거하지 않았습니다.
uninstall-mounted-hint = 먼저 드라이브를 분리하거나, 이 폴더를 빼고 응용 프로그램을 제거하세요.

busy = { $folder }에서 다른 설치가 진행 중입니다.
busy-hint = 끝날 때까지 기다린 다음 다시 실행하세요. --wait SECONDS를 사용하면 자동으로 기다립니다.
    .window = 끝날 때까지 기다린 다음 다시 실행하세요.
cancelled = 취소했습니다. 전에 설치된 것은 그대로 유지됩니다.
cancelled-hint = 언제든지 다시 실행할 수 있습니다. 이미 다운로드한 파일은 보존됩니다.
internal = 이 프로그램 내부에 문제가 발생했습니다.
internal-hint = 저희의 실수입니다. 자세한 정보와 함께 알려 주세요.

log-unwritable = 로그 { $path }에 쓸 수 없습니다.
log-unwritable-hint = 쓸 수 있는 폴더의 파일을 지정하거나 --log를 빼세요.
