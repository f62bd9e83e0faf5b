phase-verifying = 正在將所有檔案與安裝時的內容比對
phase-mending = 正在尋找並修復損壞的部分
phase-judging = 正在檢查簽章
phase-planning = 正在尋找合適的 Python
phase-fetching = 正在下載
phase-building = 正在建置套件
phase-installing = 正在安裝套件
phase-checking = 正在檢查安裝
phase-activating = 正在切換到新版本
phase-removing = 正在移除應用程式

action-install = 安裝 { $name } { $version }
action-upgrade = 將 { $name } 從 { $installed } 更新到 { $version }
action-upgrade-later = 在執行中的版本之外準備好 { $name } { $version }
action-go-back = 還原到 { $name } { $version }
action-repair = 修復 { $name } { $version }
action-mend = 修補 { $name } { $version }
action-verify = 比對 { $name } { $version }
action-up-to-date = { $name } { $version } 已是最新版本
action-uninstall = 移除 { $name } { $version }

waiting = 此應用程式的另一個安裝作業正在進行；最多等待 { DURATION($left) }直到結束
running-process = { $program }（處理程序 { $pid }）
removal-running = 執行中：{ $programs }。請先關閉應用程式：檔案移除後，執行中的部分可能會發生錯誤。

progress-bytes = { BYTES($have) } / { BYTES($size) }
progress-bytes-speed = { BYTES($have) } / { BYTES($size) }，{ BYTES($speed) }/秒
progress-bytes-left = { BYTES($have) } / { BYTES($size) }，{ BYTES($speed) }/秒，大約還要 { DURATION($left) }
progress-packages = { COUNT($done) } / { COUNT($total) }：{ $package }
progress-packages-left = { COUNT($done) } / { COUNT($total) }：{ $package }，大約還要 { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }：{ DURATION($wait) }後第 { COUNT($attempt) } 次嘗試
transfer = { $artifact }：{ BYTES($have) } / { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }：第 { COUNT($attempt) } 次嘗試
waiting-network = 正在等待網路
waiting-network-next = 正在等待網路；{ DURATION($wait) }後再次嘗試

menu-manage = 更新或移除

finding-changed = { $path }：與安裝時不一致
finding-missing = { $path }：遺失
finding-foreign = { $path }：不屬於該應用程式
finding-rights = { $path }：可變更或使用它的人與安裝時不同
finding-launcher = { $path }：無法啟動應用程式
finding-pointer = { $path }：沒有指向已安裝的版本
finding-python = { $path }：此 Python 已不存在，或現在是其他版本
finding-record = { $path }：安裝紀錄遺失或已被變更
