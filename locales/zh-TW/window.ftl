window-caption = { $name } 安裝程式

window-install = 安裝
window-upgrade = 更新
window-repair = 修復
window-go-back = 還原舊版
window-uninstall = 移除
window-cancel = 取消
window-language = 語言
window-close = 關閉
window-later = 關閉後更新
window-open = 開啟
window-back = 返回
window-continue = 繼續
window-try-again = 再試一次
window-copy = 複製
window-copy-details = 複製詳細資料
window-stop = 停止
window-stop-close = 停止並關閉
window-go-on = 繼續進行

window-step = { $step }…
window-nothing-changed = 尚未變更任何內容。
window-going-on = 正在從中斷處繼續…
window-stopping = 正在停止…

window-offer-install = 安裝 { $name }
window-offer-upgrade = 更新 { $name }
window-offer-repair = 修復 { $name }
window-offer-go-back = 要還原到先前的 { $name } 嗎？
window-offer-uninstall = 要移除 { $name } 嗎？
window-consequence-upgrade = 在新版本成功啟動之前，已安裝的版本會一直保留；之後也會保留，以便還原。
window-consequence-repair = 將還原損壞或遺失的部分。不會動到您自己的資料。
window-consequence-go-back = 將重新使用版本 { $version }。新版本變更過的資料可能無法在其中開啟：詳情請洽發行者。
window-consequence-uninstall = 將從這部電腦移除該應用程式及隨其安裝的所有內容。

window-version = 版本 { $version }
window-version-size = 版本 { $version } · 需下載 { BYTES($size) }
window-verified = 已驗證的發行者：{ $publisher }
window-fact-signed = 簽章
window-signed = { COUNT($keys) } 把金鑰中的 { COUNT($signed) } 把，需要 { COUNT($threshold) } 把
window-fact-download = 下載
window-download = { BYTES($size) }，{ COUNT($packages) } 個套件
window-download-none = 不需下載，已全部就緒
window-fact-disk = 占用磁碟
window-disk = 約 { BYTES($size) }
window-fact-folder = 資料夾

window-options = 選項
window-folder = 安裝資料夾
window-switch-start = 就緒後啟動 { $name }
window-switch-menu = 加入選單
window-switch-desktop = 在桌面上加入圖示
window-switch-path = 讓終端機找得到其指令（加入 PATH）

window-now-install = 正在安裝 { $name }
window-now-upgrade = 正在更新 { $name }
window-now-repair = 正在修復 { $name }
window-now-go-back = 正在還原到先前的 { $name }
window-now-uninstall = 正在移除 { $name }

window-speed = { BYTES($speed) }/秒
window-left = 大約還要 { DURATION($left) }
window-speed-left = { BYTES($speed) }/秒 · 大約還要 { DURATION($left) }
window-waiting = 正在等待網路。將自動繼續。

window-details = 詳細資料
window-arrived = 已取得 { $artifact }，{ BYTES($size) }
window-building = 正在建置 { $package }
window-installed = 已安裝 { $package }

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = 已安裝版本 { $version }
window-news-none = 已是最新版本。
window-news-upgrade = 版本 { $version } 可用，需下載 { BYTES($size) }。
window-news-left-aside = 運作正常。版本 { $version } 較新；您是從它退回來的。
window-news-broken = 部分內容損壞或遺失，可以修復。
window-news-unknown = 無法確定是否有較新的版本。
window-about-repair = 還原損壞或遺失的部分。
window-about-go-back = 重新使用仍然保留的版本 { $version }。
window-about-uninstall = 除非另行選擇，否則會保留您自己的資料。
window-running = 執行中：{ $programs }。關閉之前，它會繼續使用啟動時的版本。

window-goes-size = 將移除以下內容（{ BYTES($size) }）：
window-data = 除非在此開啟，否則以下內容會保留：
window-data-remove = 一併移除 { $folder } 中您的資料（{ BYTES($size) }）
window-downloads-remove = 移除其他程式不需要的下載檔案（{ BYTES($size) }）

window-ready = { $name } 已就緒
window-removed = { $name } 已移除
window-removed-kept = 未動到您自己的資料。
window-removed-data = 您選擇的資料也已移除。
window-done-install = 已全部檢查，運作正常。
window-done-upgrade = 新版本已檢查，運作正常。先前的版本會保留，以便還原。
window-done-repair = 已全部檢查，恢復正常。
window-done-go-back = 已重新使用先前的版本。
window-done-nothing = 沒有損壞，不需任何動作。
window-done-later = 版本 { $version } 已就緒。下次啟動本程式時會切換到該版本。
window-still-running = 仍以先前的版本執行：{ $programs }。要使用此版本，請重新啟動它。
window-type-this = 要啟動它，請在終端機中輸入：
window-copied = 已複製
window-where = 其指令位於 { $folder }。
window-not-on-path = 其指令位於 { $folder }，但該資料夾不在 PATH 中：加入之前，在終端機中需要輸入完整路徑。
window-stopped = 已停止
window-stopped-kept = 沒有變更任何內容。已下載的內容會保留。下次將從該處繼續。

window-failed = 無法安裝 { $name }
window-failed-network = 沒有連線
window-failed-refused = 為了您的安全，未安裝
window-failed-older = 已拒絕較舊的版本
window-failed-python = 缺少合適的 Python
window-failed-package = 沒有適用於這部電腦的套件
window-failed-disk = 磁碟或資料夾有問題
window-failed-busy = 另一個安裝作業正在進行
window-failed-removal = 無法移除 { $name }
window-failed-repair = 無法修復 { $name }
window-failed-go-back = 無法還原到先前的 { $name }
window-code = 詳細資料（{ $code }）
window-tries-in = { DURATION($left) }後再試
window-kept = 已下載的內容會保留。
window-support = 說明：{ $support }

window-proxy-name = 代理伺服器的使用者名稱
window-proxy-password = 密碼

window-ask-cancel = 要在此停止嗎？
window-ask-close = 要停止並關閉視窗嗎？
window-ask-kept = 已下載的內容會保留。下次將從該處繼續。
window-ask-undone = 已開始的動作會復原。之前安裝的內容維持不變。
