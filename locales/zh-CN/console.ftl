plan-publisher = {"  "}发布者：{ $publisher }；{ COUNT($keys) } 个密钥中有 { COUNT($signed) } 个已签名（需要 { COUNT($threshold) } 个）
plan-python = {"  "}Python：{ $python }
plan-packages = {"  "}软件包：{ COUNT($packages) } 个（{ BYTES($size) }，其中需下载 { BYTES($fetch) }）
plan-builds = {"  "}在此计算机上构建：{ $packages }
plan-running = {"  "}正在运行：{ $programs }。它会继续使用启动时的版本，所需的文件不会被移除。
plan-go-back-data = {"  "}您自己的数据保持不变。旧版本可能无法识别新版本写入的数据：重要数据请先备份。
plan-folder = {"  "}文件夹：{ $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }：{ $detail }
outcome-install = 版本 { $version } 已安装。
outcome-upgrade = 版本 { $version } 已安装；先前的版本仍然保留，可用“{ $command }”恢复。
outcome-upgrade-later = 版本 { $version } 仍在运行；{ $pending } 已就绪，下次启动本程序时将切换到该版本。
outcome-go-back = 已恢复到版本 { $version }。刚才离开的版本仍然保留，可用“{ $command }”返回。
outcome-repair = 版本 { $version } 已重新安装。
outcome-mend = 版本 { $version } 已恢复正常。
outcome-verify = 没有损坏：版本 { $version } 与安装时一致。
outcome-up-to-date = 版本 { $version } 已安装，并且是最新版本。
outcome-left-aside = 版本 { $version } 已安装。您曾从 { $newer } 退回，因此不会自动安装它；如需安装，请运行“{ $command }”。
outcome-running = 仍在使用先前的版本运行：{ $programs }。要使用此版本，请重新启动它。
outcome-uninstall = 已移除。
outcome-commands = 启动命令：{ $commands }
outcome-not-on-path = { $folder } 不在 PATH 中。将其加入 PATH 后，即可省略文件夹名。
outcome-path-line = 要只用名称启动，请将下面这一行添加到 { $file }，或加上 --add-to-path 重新运行：
outcome-path-added = 已在 { $file } 中将命令所在的文件夹加入 PATH。请打开新的终端使用。
failure-message = 错误：{ $message } [{ $code }]
failure-hint = 解决办法：{ $hint }
failure-details = 详细信息：

findings-compared = 版本 { $version }：已比对 { COUNT($files) } 个文件（{ BYTES($size) }）；{ COUNT($packages) } 个软件包中有 { COUNT($signed) } 个与发布者签名的内容比对，其余与安装记录比对
findings-mended = 已修复（{ COUNT($count) } 处）：
findings-more = {"  "}还有 { COUNT($count) } 处；使用 --json 可全部列出

check-up-to-date = { $name } { $installed } 已是最新版本。
check-upgrade = 可以安装 { $name } { $offered }；当前安装的是 { $installed }。
check-upgrade-size = 可以安装 { $name } { $offered }（需下载 { BYTES($size) }）；当前安装的是 { $installed }。
check-security = 版本 { $installed } 存在已知的安全问题。
check-obstacle = {"  "}按目前的情况，无法在此计算机上安装 [{ $code }]。

removal-goes = 将移除 { $name } { $version }：
removal-folder = {"  "}{ $path }（{ BYTES($size) }）
removal-stays = 以下内容会保留：
removal-data = {"  "}{ $path } 中您的数据（{ BYTES($size) }）；使用 --remove-data { $path } 可一并移除
removal-data-goes = {"  "}{ $path } 中您的数据（{ BYTES($size) }）
removal-left = {"  "}{ $path }，它在安装后被更改过，或不属于本程序
removal-downloads = {"  "}其他程序不需要的下载文件（{ BYTES($size) }）；使用 --remove-downloads 可一并移除
removal-downloads-goes = {"  "}其他程序不需要的下载文件（{ BYTES($size) }）

status-nothing = 没有安装任何内容。
status-installed = { $name } { $version }，安装于 { $time }
status-python = {"  "}Python：{ $version }（{ $path }）
status-packages = {"  "}软件包：{ COUNT($packages) } 个
status-previous = {"  "}保留的先前版本：{ $version }
status-file = {"  "}文件夹之外的文件：{ $path }
shell-line = { $path } 中将命令加入 PATH 的那一行

note-locale = 没有“{ $asked }”的文本。可用的语言：{ $known }
note-log = 本次运行的日志：{ $path }
note-anothers = 它属于另一个帐户（{ $owner }），此处仅供查看。
note-no-desktop = 此处没有桌面文件夹，因此 --desktop-shortcut 不起作用。

ask-uninstall = 要从 { $folder } 移除 { $name } 吗？
ask-remove-data = 同时移除 { $path } 中您的数据（{ BYTES($size) }）吗？此操作无法撤销。
ask-remove-downloads = 同时移除其他程序不需要的下载文件（{ BYTES($size) }）吗？
answer-choices = [y/N]
answer-yes = y yes 是

help-about = 从已签名的发行版安装 Python 应用程序，并使其保持最新。
help-usage = 用法：{ $program } [命令] [选项]
help-commands = 命令：
help-command-none = 不带命令：按需安装、更新或完成中断的操作
help-command-install = 安装应用程序
help-command-upgrade = 安装较新的发行版（如果有）
help-command-repair = 修复已安装的发行版中损坏的部分
help-command-go-back = 恢复到先前的版本；不需要网络
help-command-verify = 将每个已安装的文件与发布的内容比对
help-command-check = 检查是否有较新的发行版
help-command-status = 显示已安装的内容
help-command-uninstall = 移除应用程序；您自己的数据会保留
help-options = 选项：
help-prefix = 安装到此文件夹
help-python = 使用此 Python，或此版本的 Python
help-repository = 从此处获取发行版
help-profile = 安装其他应用程序：包含 profile.toml 和 root.json 的文件夹
help-index-url = 只从此索引下载软件包
help-mirror = 优先尝试 files.pythonhosted.org 的此镜像；可重复使用
help-find-links = 优先在此文件夹中查找软件包；可重复使用
help-offline = 不使用网络
help-proxy = 使用此代理，http://NAME:PASSWORD@HOST:PORT
help-ca = 同时信任此文件中的证书颁发机构
help-later = 应用程序运行时只准备好新版本：下次启动时再切换
help-wait = 等待另一个安装操作的时长；默认十分钟，使用 --silent 或 --json 时不等待
help-face = 显示窗口（“window”）或使用终端（“terminal”）
help-menu = 在应用程序菜单中添加菜单项（除非使用 --no-menu）
help-desktop-shortcut = 在桌面上添加图标（仅在要求时）
help-add-to-path = 让 shell 能找到命令：将其文件夹加入 PATH；更新时沿用
help-silent = 只显示错误，不提问
help-json = 以 JSON 行的形式输出全部信息
help-yes = 移除前的提问一律回答“是”
help-anew = 与 repair 合用：全部重新安装
help-remove-data = 与 uninstall 合用：同时移除此数据文件夹；可重复使用
help-remove-downloads = 与 uninstall 合用：同时移除下载文件
help-locale = 使用此语言，例如 zh-CN
help-log = 写入日志
help-replay = 在窗口中显示 --json 的记录；不安装任何内容
help-version = 显示本程序的版本
help-help = 显示本页
help-exit =
    退出状态：0 完成或无需操作，2 用法错误，10 网络，11 为安全起见拒绝，12 拒绝较旧的发行版，
    13 没有合适的 Python，14 没有 wheel 或编译器，15 磁盘或权限，16 环境，17 忙碌，
    18 未安装，19 已损坏，100 “check”发现更新，70 内部错误，130 已取消。
