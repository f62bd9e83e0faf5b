plan-publisher = {"  "}發行者：{ $publisher }；{ COUNT($keys) } 把金鑰中有 { COUNT($signed) } 把已簽章（需要 { COUNT($threshold) } 把）
plan-python = {"  "}Python：{ $python }
plan-packages = {"  "}套件：{ COUNT($packages) } 個（{ BYTES($size) }，其中需下載 { BYTES($fetch) }）
plan-builds = {"  "}在這部電腦上建置：{ $packages }
plan-running = {"  "}執行中：{ $programs }。它會繼續使用啟動時的版本，所需的檔案不會被移除。
plan-go-back-data = {"  "}您自己的資料維持不變。舊版本可能無法識別新版本寫入的資料：重要資料請先備份。
plan-folder = {"  "}資料夾：{ $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }：{ $detail }
outcome-install = 版本 { $version } 已安裝。
outcome-upgrade = 版本 { $version } 已安裝；先前的版本仍然保留，可用「{ $command }」還原。
outcome-upgrade-later = 版本 { $version } 仍在執行；{ $pending } 已就緒，下次啟動本程式時會切換到該版本。
outcome-go-back = 已還原到版本 { $version }。剛才離開的版本仍然保留，可用「{ $command }」返回。
outcome-repair = 版本 { $version } 已重新安裝。
outcome-mend = 版本 { $version } 已恢復正常。
outcome-verify = 沒有損壞：版本 { $version } 與安裝時一致。
outcome-up-to-date = 版本 { $version } 已安裝，並且是最新版本。
outcome-left-aside = 版本 { $version } 已安裝。您曾從 { $newer } 退回，因此不會自動安裝它；如需安裝，請執行「{ $command }」。
outcome-running = 仍以先前的版本執行：{ $programs }。要使用此版本，請重新啟動它。
outcome-uninstall = 已移除。
outcome-commands = 啟動指令：{ $commands }
outcome-not-on-path = { $folder } 不在 PATH 中。將它加入 PATH 後，即可省略資料夾名稱。
outcome-path-line = 要只用名稱啟動，請將下面這一行加入 { $file }，或加上 --add-to-path 重新執行：
outcome-path-added = 已在 { $file } 中將指令所在的資料夾加入 PATH。請開啟新的終端機使用。
failure-message = 錯誤：{ $message } [{ $code }]
failure-hint = 解決方法：{ $hint }
failure-details = 詳細資料：

findings-compared = 版本 { $version }：已比對 { COUNT($files) } 個檔案（{ BYTES($size) }）；{ COUNT($packages) } 個套件中有 { COUNT($signed) } 個與發行者簽章的內容比對，其餘與安裝紀錄比對
findings-mended = 已修復（{ COUNT($count) } 處）：
findings-more = {"  "}還有 { COUNT($count) } 處；使用 --json 可全部列出

check-up-to-date = { $name } { $installed } 已是最新版本。
check-upgrade = 可以安裝 { $name } { $offered }；目前安裝的是 { $installed }。
check-upgrade-size = 可以安裝 { $name } { $offered }（需下載 { BYTES($size) }）；目前安裝的是 { $installed }。
check-security = 版本 { $installed } 有已知的安全性問題。
check-obstacle = {"  "}依目前的情況，無法在這部電腦上安裝 [{ $code }]。

removal-goes = 將移除 { $name } { $version }：
removal-folder = {"  "}{ $path }（{ BYTES($size) }）
removal-stays = 以下內容會保留：
removal-data = {"  "}{ $path } 中您的資料（{ BYTES($size) }）；使用 --remove-data { $path } 可一併移除
removal-data-goes = {"  "}{ $path } 中您的資料（{ BYTES($size) }）
removal-left = {"  "}{ $path }，它在安裝後被變更過，或不屬於本程式
removal-downloads = {"  "}其他程式不需要的下載檔案（{ BYTES($size) }）；使用 --remove-downloads 可一併移除
removal-downloads-goes = {"  "}其他程式不需要的下載檔案（{ BYTES($size) }）

status-nothing = 沒有安裝任何內容。
status-installed = { $name } { $version }，安裝於 { $time }
status-python = {"  "}Python：{ $version }（{ $path }）
status-packages = {"  "}套件：{ COUNT($packages) } 個
status-previous = {"  "}保留的先前版本：{ $version }
status-file = {"  "}資料夾以外的檔案：{ $path }
shell-line = { $path } 中將指令加入 PATH 的那一行

note-locale = 沒有「{ $asked }」的文字。可用的語言：{ $known }
note-log = 本次執行的記錄檔：{ $path }
note-anothers = 它屬於另一個帳號（{ $owner }），此處僅供檢視。
note-no-desktop = 此處沒有桌面資料夾，因此 --desktop-shortcut 沒有作用。

ask-uninstall = 要從 { $folder } 移除 { $name } 嗎？
ask-remove-data = 要一併移除 { $path } 中您的資料（{ BYTES($size) }）嗎？此動作無法復原。
ask-remove-downloads = 要一併移除其他程式不需要的下載檔案（{ BYTES($size) }）嗎？
answer-choices = [y/N]
answer-yes = y yes 是

help-about = 從已簽章的發行版安裝 Python 應用程式，並使其保持最新。
help-usage = 用法：{ $program } [指令] [選項]
help-commands = 指令：
help-command-none = 不帶指令：視需要安裝、更新或完成中斷的作業
help-command-install = 安裝應用程式
help-command-upgrade = 安裝較新的發行版（如果有）
help-command-repair = 修復已安裝的發行版中損壞的部分
help-command-go-back = 還原到先前的版本；不需要網路
help-command-verify = 將每個已安裝的檔案與發行的內容比對
help-command-check = 檢查是否有較新的發行版
help-command-status = 顯示已安裝的內容
help-command-uninstall = 移除應用程式；您自己的資料會保留
help-options = 選項：
help-prefix = 安裝到此資料夾
help-python = 使用此 Python，或此版本的 Python
help-repository = 從此處取得發行版
help-profile = 安裝其他應用程式：包含 profile.toml 和 root.json 的資料夾
help-index-url = 只從此索引下載套件
help-mirror = 優先嘗試 files.pythonhosted.org 的此鏡像站；可重複使用
help-find-links = 優先在此資料夾中尋找套件；可重複使用
help-offline = 不使用網路
help-proxy = 使用此代理伺服器，http://NAME:PASSWORD@HOST:PORT
help-ca = 同時信任此檔案中的憑證授權單位
help-later = 應用程式執行時只準備好新版本：下次啟動時再切換
help-wait = 等待另一個安裝作業的時間；預設十分鐘，使用 --silent 或 --json 時不等待
help-face = 顯示視窗（「window」）或使用終端機（「terminal」）
help-menu = 在應用程式選單中加入項目（除非使用 --no-menu）
help-desktop-shortcut = 在桌面上加入圖示（僅在要求時）
help-add-to-path = 讓 shell 找得到指令：將其資料夾加入 PATH；更新時沿用
help-silent = 只顯示錯誤，不詢問
help-json = 以 JSON 行的形式輸出全部資訊
help-yes = 移除前的詢問一律回答「是」
help-anew = 與 repair 併用：全部重新安裝
help-remove-data = 與 uninstall 併用：一併移除此資料的資料夾；可重複使用
help-remove-downloads = 與 uninstall 併用：一併移除下載檔案
help-locale = 使用此語言，例如 zh-TW
help-log = 寫入記錄檔
help-replay = 在視窗中顯示 --json 的記錄；不安裝任何內容
help-version = 顯示本程式的版本
help-help = 顯示本頁
help-exit =
    結束狀態：0 完成或無需動作，2 用法錯誤，10 網路，11 基於安全拒絕，12 拒絕較舊的發行版，
    13 沒有合適的 Python，14 沒有 wheel 或編譯器，15 磁碟或權限，16 環境，17 忙碌，
    18 未安裝，19 已損壞，100 「check」發現更新，70 內部錯誤，130 已取消。
