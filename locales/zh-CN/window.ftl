window-caption = { $name } 安装程序

window-install = 安装
window-upgrade = 更新
window-repair = 修复
window-go-back = 恢复旧版
window-uninstall = 移除
window-cancel = 取消
window-language = 语言
window-close = 关闭
window-later = 关闭后更新
window-open = 打开
window-back = 返回
window-continue = 继续
window-try-again = 重试
window-copy = 复制
window-copy-details = 复制详细信息
window-stop = 停止
window-stop-close = 停止并关闭
window-go-on = 继续进行

window-step = { $step }…
window-nothing-changed = 尚未更改任何内容。
window-going-on = 正在从中断处继续…
window-stopping = 正在停止…

window-offer-install = 安装 { $name }
window-offer-upgrade = 更新 { $name }
window-offer-repair = 修复 { $name }
window-offer-go-back = 恢复到先前的 { $name } 吗？
window-offer-uninstall = 移除 { $name } 吗？
window-consequence-upgrade = 在新版本成功启动之前，已安装的版本会一直保留；之后也会保留，以便恢复。
window-consequence-repair = 将还原损坏或缺失的部分。不会改动您自己的数据。
window-consequence-go-back = 将重新使用版本 { $version }。新版本更改过的数据可能无法在其中打开：详情请咨询发布者。
window-consequence-uninstall = 将从此计算机中移除该应用程序及随其安装的所有内容。

window-version = 版本 { $version }
window-version-size = 版本 { $version } · 需下载 { BYTES($size) }
window-verified = 已验证的发布者：{ $publisher }
window-fact-signed = 签名
window-signed = { COUNT($keys) } 个密钥中的 { COUNT($signed) } 个，需要 { COUNT($threshold) } 个
window-fact-download = 下载
window-download = { BYTES($size) }，{ COUNT($packages) } 个软件包
window-download-none = 无需下载，已全部就绪
window-fact-disk = 占用磁盘
window-disk = 约 { BYTES($size) }
window-fact-folder = 文件夹

window-options = 选项
window-folder = 安装文件夹
window-switch-start = 就绪后启动 { $name }
window-switch-menu = 添加到菜单
window-switch-desktop = 在桌面上添加图标
window-switch-path = 让终端能找到其命令（加入 PATH）

window-now-install = 正在安装 { $name }
window-now-upgrade = 正在更新 { $name }
window-now-repair = 正在修复 { $name }
window-now-go-back = 正在恢复到先前的 { $name }
window-now-uninstall = 正在移除 { $name }

window-speed = { BYTES($speed) }/秒
window-left = 大约还需 { DURATION($left) }
window-speed-left = { BYTES($speed) }/秒 · 大约还需 { DURATION($left) }
window-waiting = 正在等待网络。将自动继续。

window-details = 详细信息
window-arrived = 已获取 { $artifact }，{ BYTES($size) }
window-building = 正在构建 { $package }
window-installed = 已安装 { $package }

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = 已安装版本 { $version }
window-news-none = 已是最新版本。
window-news-upgrade = 版本 { $version } 可用，需下载 { BYTES($size) }。
window-news-left-aside = 运行正常。版本 { $version } 更新；您是从它退回来的。
window-news-broken = 部分内容损坏或缺失，可以修复。
window-news-unknown = 无法确定是否有较新的版本。
window-about-repair = 还原损坏或缺失的部分。
window-about-go-back = 重新使用仍然保留的版本 { $version }。
window-about-uninstall = 除非另行选择，否则会保留您自己的数据。
window-running = 正在运行：{ $programs }。关闭之前，它会继续使用启动时的版本。

window-goes-size = 将移除以下内容（{ BYTES($size) }）：
window-data = 除非在此打开开关，否则以下内容会保留：
window-data-remove = 同时移除 { $folder } 中您的数据（{ BYTES($size) }）
window-downloads-remove = 移除其他程序不需要的下载文件（{ BYTES($size) }）

window-ready = { $name } 已就绪
window-removed = { $name } 已移除
window-removed-kept = 未改动您自己的数据。
window-removed-data = 您选择的数据也已移除。
window-done-install = 已全部检查，运行正常。
window-done-upgrade = 新版本已检查，运行正常。先前的版本会保留，以便恢复。
window-done-repair = 已全部检查，恢复正常。
window-done-go-back = 已重新使用先前的版本。
window-done-nothing = 没有损坏，无需任何操作。
window-done-later = 版本 { $version } 已就绪。下次启动本程序时将切换到该版本。
window-still-running = 仍在使用先前的版本运行：{ $programs }。要使用此版本，请重新启动它。
window-type-this = 要启动它，请在终端中输入：
window-copied = 已复制
window-where = 其命令位于 { $folder }。
window-not-on-path = 其命令位于 { $folder }，但该文件夹不在 PATH 中：加入之前，在终端中需要输入完整路径。
window-stopped = 已停止
window-stopped-kept = 没有更改任何内容。已下载的内容会保留。下次将从该处继续。

window-failed = 无法安装 { $name }
window-failed-network = 没有连接
window-failed-refused = 为了您的安全，未安装
window-failed-older = 已拒绝较旧的版本
window-failed-python = 缺少合适的 Python
window-failed-package = 没有适用于此计算机的软件包
window-failed-disk = 磁盘或文件夹有问题
window-failed-busy = 另一个安装操作正在进行
window-failed-removal = 无法移除 { $name }
window-failed-repair = 无法修复 { $name }
window-failed-go-back = 无法恢复到先前的 { $name }
window-code = 详细信息（{ $code }）
window-tries-in = { DURATION($left) }后重试
window-kept = 已下载的内容会保留。
window-support = 帮助：{ $support }

window-proxy-name = 代理用户名
window-proxy-password = 密码

window-ask-cancel = 要在此停止吗？
window-ask-close = 要停止并关闭窗口吗？
window-ask-kept = 已下载的内容会保留。下次将从该处继续。
window-ask-undone = 已开始的操作会撤销。之前安装的内容保持不变。
