phase-verifying = 正在将所有文件与安装时的内容比对
phase-mending = 正在查找并修复损坏的部分
phase-judging = 正在检查签名
phase-planning = 正在查找合适的 Python
phase-fetching = 正在下载
phase-building = 正在构建软件包
phase-installing = 正在安装软件包
phase-checking = 正在检查安装
phase-activating = 正在切换到新版本
phase-removing = 正在移除应用程序

action-install = 安装 { $name } { $version }
action-upgrade = 将 { $name } 从 { $installed } 更新到 { $version }
action-upgrade-later = 在运行中的版本之外准备好 { $name } { $version }
action-go-back = 恢复到 { $name } { $version }
action-repair = 修复 { $name } { $version }
action-mend = 修补 { $name } { $version }
action-verify = 比对 { $name } { $version }
action-up-to-date = { $name } { $version } 已是最新版本
action-uninstall = 移除 { $name } { $version }

waiting = 此应用程序的另一个安装操作正在进行；最多等待 { DURATION($left) }直至其结束
running-process = { $program }（进程 { $pid }）
removal-running = 正在运行：{ $programs }。请先关闭应用程序：文件移除后，正在运行的部分可能会出错。

progress-bytes = { BYTES($have) } / { BYTES($size) }
progress-bytes-speed = { BYTES($have) } / { BYTES($size) }，{ BYTES($speed) }/秒
progress-bytes-left = { BYTES($have) } / { BYTES($size) }，{ BYTES($speed) }/秒，大约还需 { DURATION($left) }
progress-packages = { COUNT($done) } / { COUNT($total) }：{ $package }
progress-packages-left = { COUNT($done) } / { COUNT($total) }：{ $package }，大约还需 { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }：{ DURATION($wait) }后第 { COUNT($attempt) } 次尝试
transfer = { $artifact }：{ BYTES($have) } / { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }：第 { COUNT($attempt) } 次尝试
waiting-network = 正在等待网络
waiting-network-next = 正在等待网络；{ DURATION($wait) }后再次尝试

menu-manage = 更新或移除

finding-changed = { $path }：与安装时不一致
finding-missing = { $path }：缺失
finding-foreign = { $path }：不属于该应用程序
finding-rights = { $path }：可更改或使用它的人与安装时不同
finding-launcher = { $path }：无法启动应用程序
finding-pointer = { $path }：没有指向已安装的版本
finding-python = { $path }：此 Python 已不存在，或现在是其他版本
finding-record = { $path }：安装记录缺失或已被更改
