usage-unknown-command = 没有“{ $command }”这个命令。
usage-unknown-command-hint = { $suggestion ->
    [none] 可用的内容请参阅“{ $program } --help”。
   *[other] 您是指“{ $suggestion }”吗？可用的内容请参阅“{ $program } --help”。
}
usage-two-commands = “{ $first }”和“{ $second }”是两个命令。
usage-two-commands-hint = 请一次只用一个命令，依次运行。
usage-unknown-option = 没有“{ $option }”这个选项。
usage-unknown-option-hint = { $suggestion ->
    [none] 可用的内容请参阅“{ $program } --help”。
   *[other] 您是指“{ $suggestion }”吗？可用的内容请参阅“{ $program } --help”。
}
usage-missing-value = 选项“{ $option }”需要一个值。
usage-missing-value-hint = 请在后面写上值：“{ $option } VALUE”。请参阅“{ $program } --help”。
usage-surplus-value = 选项“{ $option }”不接受值。
usage-surplus-value-hint = 请只写“{ $option }”。请参阅“{ $program } --help”。
usage-bad-value = “{ $value }”不是“{ $option }”的有效值。
usage-bad-value-hint = “{ $option }”可接受的值请参阅“{ $program } --help”。
usage-twice = 选项“{ $option }”出现了两次。
usage-twice-hint = 请只使用一次。
usage-conflict = “{ $option }”和“{ $other }”不能同时使用。
usage-conflict-hint = 请去掉其中一个。
usage-misplaced-option = 选项“{ $option }”对此命令不起作用。
usage-misplaced-option-hint = 它用于：{ $commands }
usage-bad-profile = 无法使用应用程序配置 { $path }。
usage-bad-profile-hint = 该文件夹必须包含可读取的 profile.toml 和 root.json。请向提供者索取新的副本。
usage-bad-certificates = { $path } 中没有可用的证书。
usage-bad-certificates-hint = 请用 --ca 指定 PEM 格式的证书文件。
usage-no-certificates = 无法读取证书颁发机构文件 { $path }。
usage-no-certificates-hint = 请检查 --ca 后的名称：它必须是您有权读取的文件，并包含 PEM 格式的证书。
usage-bad-proxy = { $host } 不能用作代理。
usage-bad-proxy-hint = 请检查 --proxy 的值。
usage-no-home = 此帐户没有主文件夹。
usage-no-home-hint = 请设置 HOME，或以有主文件夹的用户运行。
usage-no-such-data = { $path } 不是此应用程序的数据文件夹。
usage-no-such-data-hint = { $folders ->
    [none] 此应用程序没有指定数据文件夹，或该文件夹不存在。
   *[other] 请照原样使用下列之一：{ $folders }
}
usage-no-consent = 移除应用程序需要确认，但这里无法提问。
usage-no-consent-hint = 如果确实要移除应用程序，请加上 --yes 重新运行。
usage-no-face = 无法打开窗口，这里也没有可以询问的终端。
usage-no-face-hint = 请在终端中运行：{ $command }

repository-unreachable = 无法连接 { $place }，或其未正确响应（请求 { $file } 时）。
repository-unreachable-hint = 请检查互联网连接和代理设置，然后重试。没有更改任何内容。
repository-not-there = { $place } 上没有发行版：缺少 { $file }。
repository-not-there-hint = 请检查地址。如果地址正确，请告知应用程序的发布者。
repository-too-long = { $place } 发送的数据超过了 { $file } 允许的 { BYTES($limit) }。
repository-too-long-hint = 服务器或通信途中的某个环节不可信任。请尝试其他网络，如果再次发生，请告知发布者。
repository-offline = 发行版位于 { $place }，但 --offline 禁止访问。
repository-offline-hint = 请去掉 --offline 运行，或用 --repository 指定发行版所在的文件夹。

trust-expired = 发布者对“{ $role }”的签名已于 { $expires } 过期；此计算机的时钟显示 { $now }。
trust-expired-hint = 请检查此计算机的日期和时间。如果无误，则发布者需要更新签名：请告知发布者，稍后再试。
trust-clock-behind = 发布者对“{ $role }”的签名已于 { $expires } 过期。此计算机的时钟显示 { $now }，但本程序制作时或上次运行时是 { $known }。
trust-clock-behind-hint = 请检查此计算机的日期和时间。如果之前时钟有误而现在正确，请先卸载再重新安装。
trust-threshold = “{ $role }”需要 { COUNT($need) } 个密钥签名，但只有 { COUNT($have) } 个。
trust-threshold-hint = 请勿从此来源安装。该发行版被篡改，或签名的发布者不足。请告知发布者。
trust-rollback = 服务器提供的“{ $role }”版本 { $offered } 比之前见过的版本 { $trusted } 更旧。
trust-rollback-hint = 服务器或通信途中的某个环节显示的是旧状态。请尝试其他网络或镜像；如果问题依旧，请告知发布者。
trust-malformed = { $file } 不符合发布者文件应有的格式。
trust-malformed-hint = 可能是网络的登录页面代替服务器作了响应：请打开任意网页，登录后重试。如果问题依旧，请告知发布者。
trust-web-page = { $file } 是网页，而不是发布者的文件。
trust-web-page-hint = 此网络可能需要登录：请打开任意网页，登录后重试。
trust-inconsistent = 发布者的文件互相不一致（{ $file }）。
trust-inconsistent-hint = 可能正好有新的发行版正在上传到服务器：请几分钟后重试。如果问题依旧，请告知发布者。
trust-many-roots = 自此计算机上次检查以来，发布者的密钥更改了超过 { COUNT($limit) } 次。
trust-many-roots-hint = 请重新运行：将从这里继续。
trust-other-application = 这是 { $found } 的发行版，而不是 { $expected } 的。
trust-other-application-hint = 请检查仓库地址。如果地址正确，请告知发布者。
trust-unsupported = { $file } 使用了本程序不支持的功能：{ $feature }。
trust-unsupported-hint = 请从发布者处获取最新的安装程序。
trust-mismatch = { $file } 不是发布者签名的文件。
trust-mismatch-hint = 文件被篡改或已损坏，未被使用。请重试或换用其他网络；如果问题依旧，请告知发布者。
trust-too-long = { $file } 超过了允许的 { BYTES($limit) }。
trust-too-long-hint = 文件未被使用。请告知发布者。
trust-floor = 服务器提供 { $offered }，但此安装程序不接受低于 { $floor } 的版本。
trust-floor-hint = 服务器或通信途中的某个环节显示的是旧状态。请尝试其他网络或镜像；如果问题依旧，请告知发布者。
trust-newer-format = { $file } 的格式为 { $format }；本程序最高只能读取 { $supported }。
trust-newer-format-hint = 请从发布者处获取最新的安装程序。

plan-older = 已安装版本 { $installed }；不会用较旧的版本 { $offered } 覆盖它。
plan-older-hint = 如果需要旧版本，请先移除已安装的版本。您的数据会保留。
plan-replaced = 版本 { $version } 已重新发布，而服务器提供的是两者中较早的一个。
plan-replaced-hint = 服务器或通信途中的某个环节显示的是旧状态。请尝试其他网络或镜像；如果问题依旧，请告知发布者。
plan-below-floor = 版本 { $offered } 存在已知的安全问题；发布者不再接受低于 { $floor } 的版本。
plan-below-floor-hint = 请使用较新的版本。如果没有，请告知发布者。
plan-not-installed = 此处未安装该应用程序。
plan-not-installed-hint = 请先安装，或用 --prefix 指定其文件夹。
    .window = 请先安装。
plan-no-previous = 没有可恢复的先前版本。
plan-no-previous-hint = 每次更新后只保留一个先前的版本。已安装的内容保持不变。
plan-other-application = 该文件夹中是 { $installed }；无法在那里安装 { $offered }。
plan-other-application-hint = 请用 --prefix 选择其他文件夹。
    .window = 请选择其他文件夹。
plan-no-python = 没有找到合适的 Python。需要：{ $needed }。
plan-no-python-hint = 请从 python.org 或用系统的软件包管理器安装这样的 Python，或用 --python 指定一个。
    .window = 请从 python.org 或用系统的软件包管理器安装这样的 Python。
plan-other-python = 指定的 { $asked } 无法使用。需要：{ $needed }。
plan-other-python-hint = 请用 --python 指定其他 Python，或去掉该选项，以自动查找合适的版本。查找结果见详细信息。
plan-no-wheel = 没有适用于此计算机（{ $platform }，Python { $python }）的预编译软件包：{ $packages }。
plan-no-wheel-hint = 请用 --python 尝试其他 Python。如果不行，请联系发布者支持此计算机。
    .window = 请安装其他版本的 Python。如果不行，请联系发布者支持此计算机。
plan-no-compiler = 下列软件包必须在此计算机上构建，但没有找到可用的 C 编译器和 Python 头文件：{ $packages }。
plan-no-compiler-hint = 请安装 C 编译器和 Python 开发文件（Debian 上为 build-essential 和 python3-dev），或用 --python 尝试其他 Python。
    .window = 请安装 C 编译器和 Python 开发文件（Debian 上为 build-essential 和 python3-dev）。
plan-bad-lock = 发行版中关于软件包 { $package } 的内容自相矛盾。
plan-bad-lock-hint = 这是发布者的错误：请告知发布者。没有更改任何内容。

fetch-unreachable = 无法下载 { $artifact }：无法连接 { $host }。
fetch-unreachable-hint = 请检查互联网连接和代理设置，然后重新运行：已有的内容会保留。
fetch-server = 无法下载 { $artifact }：{ $host } 返回错误 { $status }。
fetch-server-hint = 请稍后再试：已有的内容会保留。
fetch-not-found = 在所有应有的位置都找不到 { $artifact }。
fetch-not-found-hint = 如果您指定了索引、镜像或文件夹，请确认其中有该文件。否则请告知发布者。
fetch-cut = 接收 { $artifact } 时连接中断：已收到 { BYTES($size) } 中的 { BYTES($have) }。
fetch-cut-hint = 请重新运行：将从中断处继续下载。
fetch-short = { $artifact } 过早结束：应为 { BYTES($size) }，实际只有 { BYTES($have) }。
fetch-short-hint = 服务器或代理发送的文件不完整。请重新运行，或使用其他网络或镜像。
fetch-too-long = { $artifact } 超过了发布者签名的 { BYTES($size) }。
fetch-too-long-hint = 文件未被使用。请尝试其他网络或镜像；如果问题依旧，请告知发布者。
fetch-wrong-hash = 来自 { $host } 的 { $artifact } 不是发布者签名的文件。
fetch-wrong-hash-hint = 文件在途中被篡改或损坏，未被使用。请尝试其他网络或镜像；如果问题依旧，请告知发布者。
fetch-login-page = { $host } 返回的是网页，而不是文件。
fetch-login-page-hint = 此网络可能需要登录：请打开任意网页，登录后重新运行。
fetch-slow = { $host } 发送 { $artifact } 的速度太慢。
fetch-slow-hint = 请稍后或在其他网络上重新运行：将从中断处继续下载。
fetch-redirect = { $host } 将 { $artifact } 的下载循环重定向，或重定向到不安全的位置。
fetch-redirect-hint = 请尝试其他网络或镜像；如果问题依旧，请告知发布者。
fetch-confused = { $host } 对 { $artifact } 的响应不正确。
fetch-confused-hint = 请稍后再试，或尝试其他镜像或索引。
fetch-tls = { $issuer ->
    [unknown] 与 { $host } 的连接不安全：此计算机不信任其证书。
   *[other] 与 { $host } 的连接不安全：其证书由 { $issuer } 颁发，而此计算机不信任该颁发者。
}
fetch-tls-hint = 公司网络可能会检查连接：请询问其证书颁发机构，并用 --ca 指定该文件。在其他地方，请换用其他网络。
    .window = 公司网络可能会检查连接：请联系此计算机的管理员，让它信任公司的证书颁发机构。在其他地方，请换用其他网络。
fetch-proxy = { $proxy ->
    [unknown] 通往 { $host } 的代理要求用户名和密码，或拒绝了所提供的用户名和密码。
   *[other] 代理 { $proxy } 要求用户名和密码，或拒绝了所提供的用户名和密码。
}
fetch-proxy-hint = 请用 --proxy http://NAME:PASSWORD@HOST:PORT 提供。
fetch-proxy-unreachable = 无法连接代理 { $proxy }，因此无法访问 { $host }。
fetch-proxy-unreachable-hint = 请检查代理的名称和端口：--proxy 之后、变量 http_proxy 和 https_proxy 中，或系统设置中。已有的内容会保留。
    .window = 请检查代理的名称和端口：变量 http_proxy 和 https_proxy 中，或系统设置中。已有的内容会保留。
fetch-login = { $host } 要求用户名和密码，或拒绝了所提供的用户名和密码。
fetch-login-hint = 请在指定地址的地方（--index-url、--mirror 或 --repository）将其写入地址：https://NAME:PASSWORD@HOST/…。如果您没有指定地址，请告知发布者。
    .window = 请在指定地址的地方将其写入地址：https://NAME:PASSWORD@HOST/…。如果您没有指定地址，请告知发布者。
fetch-offline = 缺少 { COUNT($count) } 个文件，但 --offline 禁止下载：{ $artifacts }
fetch-offline-hint = 请将文件放入某个文件夹并用 --find-links 指定，或去掉 --offline 运行。

disk-full = { $folder } 的空间不足。
disk-full-hint = 请腾出空间，或选择其他文件夹：应用程序的位置用 --prefix 指定，下载文件的位置用变量 XDG_CACHE_HOME 指定。已下载的内容会保留。
    .window = 请腾出空间。已下载的内容会保留。
disk-no-room = { $folder } 需要 { BYTES($needed) }，但可用空间只有 { BYTES($free) }。
disk-no-room-hint = 请腾出空间，或选择其他文件夹：应用程序的位置用 --prefix 指定，下载文件的位置用变量 XDG_CACHE_HOME 指定。已下载的内容会保留。
    .window = 请腾出空间。已下载的内容会保留。
disk-rights = 没有写入 { $path } 的权限。
disk-rights-hint = 请更改其权限，或用 --prefix 选择其他文件夹。不需要管理员权限。
    .window = 请更改其权限。不需要管理员权限。
disk-foreign-home = 主文件夹 { $path } 属于另一个帐户，而不是运行本程序的帐户。未在其中写入任何内容。
disk-foreign-home-hint = 请不要使用 sudo 启动；不需要管理员权限。若要为此帐户本身安装，请使用 sudo -H。
disk-name = 无法创建 { $path }：名称太长，或含有不允许的字符。
disk-name-hint = 请用 --prefix 选择名称较短、靠近磁盘根目录的文件夹。
    .window = 请选择名称较短、靠近磁盘根目录的文件夹。
disk-no-rename = 无法重命名 { $folder } 中的文件。
disk-no-rename-hint = 请选择其他磁盘上的文件夹：应用程序的位置用 --prefix 指定，下载文件的位置用变量 XDG_CACHE_HOME 指定。
    .window = 请选择其他磁盘上的文件夹（下载文件的位置用变量 XDG_CACHE_HOME 指定）。
disk-no-links = { $folder } 不支持符号链接，而该应用程序需要符号链接。
disk-no-links-hint = 请用 --prefix 选择其他磁盘上的文件夹；U 盘和网络驱动器往往不支持链接。
    .window = 请选择其他磁盘上的文件夹；U 盘和网络驱动器往往不支持链接。
disk-no-locks = 无法锁定 { $folder } 中的文件，因此两个安装操作可能会互相干扰。
disk-no-locks-hint = 请选择此计算机本地磁盘上的文件夹：应用程序的位置用 --prefix 指定，下载文件的位置用变量 XDG_CACHE_HOME 指定。
    .window = 请选择此计算机本地磁盘上的文件夹（下载文件的位置用变量 XDG_CACHE_HOME 指定）。
disk-no-execution = 不允许启动 { $folder } 中的程序，因此应用程序无法在那里运行。
disk-no-execution-hint = 请用 --prefix 选择允许运行程序的文件夹。
    .window = 请选择允许运行程序的文件夹。
disk-no-room-for-files = 将在 { $folder } 中创建约 { COUNT($needed) } 个文件，而磁盘最多只能再容纳 { COUNT($free) } 个。
disk-no-room-for-files-hint = 请移除那里的一些文件，或用 --prefix 选择其他磁盘上的文件夹。
    .window = 请移除那里的一些文件，或选择其他磁盘上的文件夹。
disk-path-too-long = 路径 { $folder } 太长：为了能在其中命名文件，最多只能有 { COUNT($most) } 个字符。
disk-path-too-long-hint = 请用 --prefix 选择路径较短的文件夹。
    .window = 请选择路径较短的文件夹。
disk-names-too-short = { $folder } 中的文件名最多只能有 { COUNT($most) } 个字符，但需要 { COUNT($needed) } 个。加密的文件夹经常如此。
disk-names-too-short-hint = 请用变量 XDG_CACHE_HOME 为下载文件选择其他文件夹。
disk-other = 无法读取或写入 { $path }。
disk-other-hint = 系统给出的消息见详细信息。请检查那里是否有其他内容，或是否正被占用，然后重试；在 Windows 上，可能是杀毒软件占用了该文件。

limit-open-files = 此帐户最多只能同时打开 { COUNT($limit) } 个文件，但需要 { COUNT($needed) } 个。
limit-open-files-hint = 请提高限制（“ulimit -n”），或询问此计算机的管理员。
limit-file-size = 此帐户最大只能写入 { BYTES($limit) } 的文件，但需要 { BYTES($needed) }。
limit-file-size-hint = 请提高限制（“ulimit -f”），或询问此计算机的管理员。

environment-runtime = 发行版附带的 Python 无法解压或无法运行。
environment-runtime-hint = 请从 python.org 安装 Python 并用 --python 指定，同时告知发布者。
    .window = 请从 python.org 安装 Python，同时告知发布者。
environment-create = Python 无法为应用程序创建环境。
environment-create-hint = 原因见详细信息。请用 --python 尝试其他 Python，或用 --prefix 尝试其他文件夹。
    .window = 原因见详细信息。请选择其他文件夹，或安装其他版本的 Python。
environment-start = 无法启动 { $program }。
environment-start-hint = 原因见详细信息。该文件夹可能禁止运行程序：请用 --prefix 选择其他文件夹。
    .window = 原因见详细信息。该文件夹可能禁止运行程序：请选择其他文件夹。
environment-wheel-refused = { $wheel } 含有软件包不应包含的内容，因此未安装。
environment-wheel-refused-hint = 具体内容见详细信息。请告知发布者。没有更改任何内容。
environment-pip = 无法安装软件包。
environment-pip-hint = pip 给出的消息见详细信息。没有更改任何内容；如果再次发生，请告知发布者。
environment-pip-python = 发行版的 pip（{ $pip }）无法在 Python { $python } 上运行。
environment-pip-python-hint = 请用 --python 指定其他 Python，并告知发布者。
    .window = 请安装其他版本的 Python，并告知发布者。
environment-hash = 某个软件包不是发布者签名的内容，已被 pip 拒绝。
environment-hash-hint = 磁盘或其他程序更改了文件。未进行切换；请重试。
environment-build = 无法在此计算机上构建 { $package }。
environment-build-hint = 构建过程的消息见详细信息；通常是缺少某个库的开发文件。其他 Python 可能有预编译的软件包：请尝试 --python。
    .window = 构建过程的消息见详细信息；通常是缺少某个库的开发文件。其他 Python 可能有预编译的软件包。
environment-no-headers = { $package } 必须在此计算机上构建，但 { $python } 没有 C 头文件。
environment-no-headers-hint = 请安装 Python 开发文件（Debian 上为 python3-dev），或用 --python 尝试其他 Python。
    .window = 请安装 Python 开发文件（Debian 上为 python3-dev）。
environment-no-command = 发行版声称有命令“{ $command }”，实际却没有。
environment-no-command-hint = 这是发布者的错误：请告知发布者。未进行切换。
environment-changed = 安装之后，{ $path } 不是应有的状态。
environment-changed-hint = 磁盘或其他程序（例如杀毒软件）更改了文件。未进行切换；请重试。
environment-check = 已安装的软件包互相不兼容。
environment-check-hint = 这是发行版中的错误：请告知发布者。未进行切换。
environment-smoke-test = 新安装的应用程序无法启动。
environment-smoke-test-hint = 应用程序给出的消息见详细信息。未进行切换；请告知发布者。
environment-time = 安装的某个步骤耗时过长，已被停止。
environment-time-hint = 请在计算机不太忙时重试。未进行切换。

activate-launcher-taken = { $path } 属于其他程序，未被覆盖。
activate-launcher-taken-hint = 请将其移走或移除，然后重新运行。
activate-unsafe = { $path } 是链接、属于其他人，或可被他人写入。未使用它。
activate-unsafe-hint = 请取消他人的写入权限 (chmod go-w)、将其移除，或选择其他文件夹：应用程序用 --prefix，下载文件用变量 XDG_CACHE_HOME。
    .window = 请取消他人的写入权限 (chmod go-w)、将其移除，或选择其他文件夹（下载文件用变量 XDG_CACHE_HOME）。
activate-anothers = { $folder } 中的安装属于另一个帐户：{ $owner }。
activate-anothers-hint = 只有该帐户才能更改或移除它。请用 --prefix 选择其他文件夹。
    .window = 只有该帐户才能更改或移除它。请选择其他文件夹。
activate-damaged-receipt = { $path } 已损坏，因此无法确定安装包含哪些内容。
activate-damaged-receipt-hint = 请不带命令启动本程序：它会重新安装应用程序并重新写入该文件。然后再移除。
activate-foreign = { $path } 原本就存在，且不属于任何安装；未作改动。
activate-foreign-hint = 请用 --prefix 选择其他文件夹，或将其移走后重新运行。
    .window = 请选择其他文件夹，或将其移走后重新运行。
activate-previous-gone = 为恢复而保留的版本 { $version } 已无法启动：其文件或 Python 已不存在。
activate-previous-gone-hint = 请继续使用已安装的版本；它未被改动。
activate-newer-receipt = { $path } 是由较新的安装程序写入的。
activate-newer-receipt-hint = 请使用该安装程序，或从发布者处获取最新版本。

verify-damaged = 已安装的内容有 { COUNT($count) } 处不正常。
verify-damaged-hint = 请运行“{ $command }”：它会修复损坏的部分，不会改动您的数据。
    .window = 请运行“{ window-repair }”：它会修复损坏的部分，不会改动您的数据。
verify-damaged-anothers = 已安装的内容有 { COUNT($count) } 处不正常。
verify-damaged-anothers-hint = 只有它所属的帐户才能修复：{ $owner }。
uninstall-declined = 没有移除任何内容。
uninstall-declined-hint = 应用程序保持原样。要移除它，请重新运行并回答“是”。
uninstall-mounted = { $path } 处挂载了另一个磁盘，因此没有移除包含它的数据文件夹。
uninstall-mounted-hint = 请先卸载该磁盘，或在不包含此文件夹的情况下移除应用程序。

busy = 另一个安装操作正在 { $folder } 中进行。
busy-hint = 请等它完成后重新运行；使用 --wait SECONDS 可自动等待。
    .window = 请等它完成后重新运行。
cancelled = 已取消。之前安装的内容保持不变。
cancelled-hint = 可随时重新运行：已下载的内容会保留。
internal = 本程序内部出错。
internal-hint = 这是我们的错误。请连同详细信息一起报告。

log-unwritable = 无法写入日志 { $path }。
log-unwritable-hint = 请指定您可写入的文件夹中的文件，或去掉 --log。
