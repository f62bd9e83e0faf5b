usage-unknown-command = 沒有「{ $command }」這個指令。
usage-unknown-command-hint = { $suggestion ->
    [none] 可用的內容請參閱「{ $program } --help」。
   *[other] 您是指「{ $suggestion }」嗎？可用的內容請參閱「{ $program } --help」。
}
usage-two-commands = 「{ $first }」和「{ $second }」是兩個指令。
usage-two-commands-hint = 請一次只用一個指令，依序執行。
usage-unknown-option = 沒有「{ $option }」這個選項。
usage-unknown-option-hint = { $suggestion ->
    [none] 可用的內容請參閱「{ $program } --help」。
   *[other] 您是指「{ $suggestion }」嗎？可用的內容請參閱「{ $program } --help」。
}
usage-missing-value = 選項「{ $option }」需要一個值。
usage-missing-value-hint = 請在後面寫上值：「{ $option } VALUE」。請參閱「{ $program } --help」。
usage-surplus-value = 選項「{ $option }」不接受值。
usage-surplus-value-hint = 請只寫「{ $option }」。請參閱「{ $program } --help」。
usage-bad-value = 「{ $value }」不是「{ $option }」的有效值。
usage-bad-value-hint = 「{ $option }」可接受的值請參閱「{ $program } --help」。
usage-twice = 選項「{ $option }」出現了兩次。
usage-twice-hint = 請只使用一次。
usage-conflict = 「{ $option }」和「{ $other }」不能同時使用。
usage-conflict-hint = 請拿掉其中一個。
usage-misplaced-option = 選項「{ $option }」對此指令沒有作用。
usage-misplaced-option-hint = 它用於：{ $commands }
usage-bad-profile = 無法使用應用程式設定檔 { $path }。
usage-bad-profile-hint = 該資料夾必須包含可讀取的 profile.toml 和 root.json。請向提供者索取新的副本。
usage-bad-certificates = { $path } 中沒有可用的憑證。
usage-bad-certificates-hint = 請用 --ca 指定 PEM 格式的憑證檔案。
usage-no-certificates = 無法讀取憑證授權單位檔案 { $path }。
usage-no-certificates-hint = 請檢查 --ca 後的名稱：它必須是您有權讀取的檔案，並包含 PEM 格式的憑證。
usage-bad-proxy = { $host } 不能當作代理伺服器使用。
usage-bad-proxy-hint = 請檢查 --proxy 的值。
usage-no-home = 此帳號沒有家目錄。
usage-no-home-hint = 請設定 HOME，或以有家目錄的使用者執行。
usage-no-such-data = { $path } 不是此應用程式的資料所在的資料夾。
usage-no-such-data-hint = { $folders ->
    [none] 此應用程式沒有指定存放資料的資料夾，或該資料夾不存在。
   *[other] 請照原樣使用下列其中之一：{ $folders }
}
usage-no-consent = 移除應用程式需要確認，但這裡無法詢問。
usage-no-consent-hint = 如果確定要移除應用程式，請加上 --yes 重新執行。
usage-no-face = 無法開啟視窗，這裡也沒有可以詢問的終端機。
usage-no-face-hint = 請在終端機中執行：{ $command }

repository-unreachable = 無法連線到 { $place }，或其未正確回應（要求 { $file } 時）。
repository-unreachable-hint = 請檢查網際網路連線和代理伺服器設定，然後再試一次。沒有變更任何內容。
repository-not-there = { $place } 上沒有發行版：缺少 { $file }。
repository-not-there-hint = 請檢查網址。如果網址正確，請告知應用程式的發行者。
repository-too-long = { $place } 傳送的資料超過了 { $file } 允許的 { BYTES($limit) }。
repository-too-long-hint = 伺服器或傳輸途中的某個環節不可信任。請嘗試其他網路，如果再次發生，請告知發行者。
repository-offline = 發行版位於 { $place }，但 --offline 禁止存取。
repository-offline-hint = 請拿掉 --offline 執行，或用 --repository 指定發行版所在的資料夾。

trust-expired = 發行者對「{ $role }」的簽章已於 { $expires } 到期；這部電腦的時鐘顯示 { $now }。
trust-expired-hint = 請檢查這部電腦的日期和時間。如果無誤，則發行者需要更新簽章：請告知發行者，稍後再試。
trust-clock-behind = 發行者對「{ $role }」的簽章已於 { $expires } 到期。這部電腦的時鐘顯示 { $now }，但本程式製作時或上次執行時是 { $known }。
trust-clock-behind-hint = 請檢查這部電腦的日期和時間。如果之前時鐘有誤而現在正確，請先解除安裝再重新安裝。
trust-threshold = 「{ $role }」需要 { COUNT($need) } 把金鑰簽章，但只有 { COUNT($have) } 把。
trust-threshold-hint = 請勿從此來源安裝。該發行版遭到竄改，或簽章的發行者不足。請告知發行者。
trust-rollback = 伺服器提供的「{ $role }」版本 { $offered } 比之前見過的版本 { $trusted } 更舊。
trust-rollback-hint = 伺服器或傳輸途中的某個環節顯示的是舊狀態。請嘗試其他網路或鏡像站；如果問題依舊，請告知發行者。
trust-malformed = { $file } 不符合發行者檔案應有的格式。
trust-malformed-hint = 可能是網路的登入頁面代替伺服器作了回應：請開啟任意網頁，登入後再試一次。如果問題依舊，請告知發行者。
trust-web-page = { $file } 是網頁，而不是發行者的檔案。
trust-web-page-hint = 此網路可能需要登入：請開啟任意網頁，登入後再試一次。
trust-inconsistent = 發行者的檔案互相不一致（{ $file }）。
trust-inconsistent-hint = 可能正好有新的發行版正在上傳到伺服器：請幾分鐘後再試一次。如果問題依舊，請告知發行者。
trust-many-roots = 自這部電腦上次檢查以來，發行者的金鑰變更了超過 { COUNT($limit) } 次。
trust-many-roots-hint = 請重新執行：將從這裡繼續。
trust-other-application = 這是 { $found } 的發行版，而不是 { $expected } 的。
trust-other-application-hint = 請檢查套件庫網址。如果網址正確，請告知發行者。
trust-unsupported = { $file } 使用了本程式不支援的功能：{ $feature }。
trust-unsupported-hint = 請向發行者取得最新的安裝程式。
trust-mismatch = { $file } 不是發行者簽章的檔案。
trust-mismatch-hint = 檔案遭到竄改或已損壞，未被使用。請再試一次或換用其他網路；如果問題依舊，請告知發行者。
trust-too-long = { $file } 超過了允許的 { BYTES($limit) }。
trust-too-long-hint = 檔案未被使用。請告知發行者。
trust-floor = 伺服器提供 { $offered }，但此安裝程式不接受低於 { $floor } 的版本。
trust-floor-hint = 伺服器或傳輸途中的某個環節顯示的是舊狀態。請嘗試其他網路或鏡像站；如果問題依舊，請告知發行者。
trust-newer-format = { $file } 的格式為 { $format }；本程式最高只能讀取 { $supported }。
trust-newer-format-hint = 請向發行者取得最新的安裝程式。

plan-older = 已安裝版本 { $installed }；不會用較舊的版本 { $offered } 覆蓋它。
plan-older-hint = 如果需要舊版本，請先移除已安裝的版本。您的資料會保留。
plan-replaced = 版本 { $version } 已重新發行，而伺服器提供的是兩者中較早的一個。
plan-replaced-hint = 伺服器或傳輸途中的某個環節顯示的是舊狀態。請嘗試其他網路或鏡像站；如果問題依舊，請告知發行者。
plan-below-floor = 版本 { $offered } 有已知的安全性問題；發行者不再接受低於 { $floor } 的版本。
plan-below-floor-hint = 請使用較新的版本。如果沒有，請告知發行者。
plan-not-installed = 此處未安裝該應用程式。
plan-not-installed-hint = 請先安裝，或用 --prefix 指定其資料夾。
    .window = 請先安裝。
plan-no-previous = 沒有可還原的先前版本。
plan-no-previous-hint = 每次更新後只保留一個先前的版本。已安裝的內容維持不變。
plan-other-application = 該資料夾中是 { $installed }；無法在那裡安裝 { $offered }。
plan-other-application-hint = 請用 --prefix 選擇其他資料夾。
    .window = 請選擇其他資料夾。
plan-no-python = 找不到合適的 Python。需要：{ $needed }。
plan-no-python-hint = 請從 python.org 或用系統的套件管理員安裝這樣的 Python，或用 --python 指定一個。
    .window = 請從 python.org 或用系統的套件管理員安裝這樣的 Python。
plan-other-python = 指定的 { $asked } 無法使用。需要：{ $needed }。
plan-other-python-hint = 請用 --python 指定其他 Python，或拿掉該選項，以自動尋找合適的版本。尋找結果請見詳細資料。
plan-no-wheel = 沒有適用於這部電腦（{ $platform }，Python { $python }）的預先建置套件：{ $packages }。
plan-no-wheel-hint = 請用 --python 嘗試其他 Python。如果不行，請聯絡發行者支援這部電腦。
    .window = 請安裝其他版本的 Python。如果不行，請聯絡發行者支援這部電腦。
plan-no-compiler = 下列套件必須在這部電腦上建置，但找不到可用的 C 編譯器和 Python 標頭檔：{ $packages }。
plan-no-compiler-hint = 請安裝 C 編譯器和 Python 開發檔案（Debian 上為 build-essential 和 python3-dev），或用 --python 嘗試其他 Python。
    .window = 請安裝 C 編譯器和 Python 開發檔案（Debian 上為 build-essential 和 python3-dev）。
plan-bad-lock = 發行版中關於套件 { $package } 的內容自相矛盾。
plan-bad-lock-hint = 這是發行者的錯誤：請告知發行者。沒有變更任何內容。

fetch-unreachable = 無法下載 { $artifact }：無法連線到 { $host }。
fetch-unreachable-hint = 請檢查網際網路連線和代理伺服器設定，然後重新執行：已有的內容會保留。
fetch-server = 無法下載 { $artifact }：{ $host } 傳回錯誤 { $status }。
fetch-server-hint = 請稍後再試：已有的內容會保留。
fetch-not-found = 在所有應有的位置都找不到 { $artifact }。
fetch-not-found-hint = 如果您指定了索引、鏡像站或資料夾，請確認其中有該檔案。否則請告知發行者。
fetch-cut = 接收 { $artifact } 時連線中斷：已收到 { BYTES($size) } 中的 { BYTES($have) }。
fetch-cut-hint = 請重新執行：將從中斷處繼續下載。
fetch-short = { $artifact } 過早結束：應為 { BYTES($size) }，實際只有 { BYTES($have) }。
fetch-short-hint = 伺服器或代理伺服器傳送的檔案不完整。請重新執行，或使用其他網路或鏡像站。
fetch-too-long = { $artifact } 超過了發行者簽章的 { BYTES($size) }。
fetch-too-long-hint = 檔案未被使用。請嘗試其他網路或鏡像站；如果問題依舊，請告知發行者。
fetch-wrong-hash = 來自 { $host } 的 { $artifact } 不是發行者簽章的檔案。
fetch-wrong-hash-hint = 檔案在途中遭到竄改或損壞，未被使用。請嘗試其他網路或鏡像站；如果問題依舊，請告知發行者。
fetch-login-page = { $host } 傳回的是網頁，而不是檔案。
fetch-login-page-hint = 此網路可能需要登入：請開啟任意網頁，登入後重新執行。
fetch-slow = { $host } 傳送 { $artifact } 的速度太慢。
fetch-slow-hint = 請稍後或在其他網路上重新執行：將從中斷處繼續下載。
fetch-redirect = { $host } 將 { $artifact } 的下載循環重新導向，或導向到不安全的位置。
fetch-redirect-hint = 請嘗試其他網路或鏡像站；如果問題依舊，請告知發行者。
fetch-confused = { $host } 對 { $artifact } 的回應不正確。
fetch-confused-hint = 請稍後再試，或嘗試其他鏡像站或索引。
fetch-tls = { $issuer ->
    [unknown] 與 { $host } 的連線不安全：這部電腦不信任其憑證。
   *[other] 與 { $host } 的連線不安全：其憑證由 { $issuer } 簽發，而這部電腦不信任該簽發者。
}
fetch-tls-hint = 公司網路可能會檢查連線：請詢問其憑證授權單位，並用 --ca 指定該檔案。在其他地方，請換用其他網路。
    .window = 公司網路可能會檢查連線：請聯絡這部電腦的管理員，讓它信任公司的憑證授權單位。在其他地方，請換用其他網路。
fetch-proxy = { $proxy ->
    [unknown] 通往 { $host } 的代理伺服器要求使用者名稱和密碼，或拒絕了所提供的使用者名稱和密碼。
   *[other] 代理伺服器 { $proxy } 要求使用者名稱和密碼，或拒絕了所提供的使用者名稱和密碼。
}
fetch-proxy-hint = 請用 --proxy http://NAME:PASSWORD@HOST:PORT 提供。
fetch-proxy-unreachable = 無法連線到代理伺服器 { $proxy }，因此無法存取 { $host }。
fetch-proxy-unreachable-hint = 請檢查代理伺服器的名稱和連接埠：--proxy 之後、變數 http_proxy 和 https_proxy 中，或系統設定中。已有的內容會保留。
    .window = 請檢查代理伺服器的名稱和連接埠：變數 http_proxy 和 https_proxy 中，或系統設定中。已有的內容會保留。
fetch-login = { $host } 要求使用者名稱和密碼，或拒絕了所提供的使用者名稱和密碼。
fetch-login-hint = 請在指定網址的地方（--index-url、--mirror 或 --repository）將其寫入網址：https://NAME:PASSWORD@HOST/…。如果您沒有指定網址，請告知發行者。
    .window = 請在指定網址的地方將其寫入網址：https://NAME:PASSWORD@HOST/…。如果您沒有指定網址，請告知發行者。
fetch-offline = 缺少 { COUNT($count) } 個檔案，但 --offline 禁止下載：{ $artifacts }
fetch-offline-hint = 請將檔案放入某個資料夾並用 --find-links 指定，或拿掉 --offline 執行。

disk-full = { $folder } 的空間不足。
disk-full-hint = 請騰出空間，或選擇其他資料夾：應用程式的位置用 --prefix 指定，下載檔案的位置用變數 XDG_CACHE_HOME 指定。已下載的內容會保留。
    .window = 請騰出空間。已下載的內容會保留。
disk-no-room = { $folder } 需要 { BYTES($needed) }，但可用空間只有 { BYTES($free) }。
disk-no-room-hint = 請騰出空間，或選擇其他資料夾：應用程式的位置用 --prefix 指定，下載檔案的位置用變數 XDG_CACHE_HOME 指定。已下載的內容會保留。
    .window = 請騰出空間。已下載的內容會保留。
disk-rights = 沒有寫入 { $path } 的權限。
disk-rights-hint = 請變更其權限，或用 --prefix 選擇其他資料夾。不需要系統管理員權限。
    .window = 請變更其權限。不需要系統管理員權限。
disk-foreign-home = 家目錄 { $path } 屬於另一個帳號，而不是執行本程式的帳號。未在其中寫入任何內容。
disk-foreign-home-hint = 請不要使用 sudo 啟動；不需要系統管理員權限。若要為此帳號本身安裝，請使用 sudo -H。
disk-name = 無法建立 { $path }：名稱太長，或含有不允許的字元。
disk-name-hint = 請用 --prefix 選擇名稱較短、靠近磁碟根目錄的資料夾。
    .window = 請選擇名稱較短、靠近磁碟根目錄的資料夾。
disk-no-rename = 無法重新命名 { $folder } 中的檔案。
disk-no-rename-hint = 請選擇其他磁碟上的資料夾：應用程式的位置用 --prefix 指定，下載檔案的位置用變數 XDG_CACHE_HOME 指定。
    .window = 請選擇其他磁碟上的資料夾（下載檔案的位置用變數 XDG_CACHE_HOME 指定）。
disk-no-links = { $folder } 不支援符號連結，而該應用程式需要符號連結。
disk-no-links-hint = 請用 --prefix 選擇其他磁碟上的資料夾；隨身碟和網路磁碟機往往不支援連結。
    .window = 請選擇其他磁碟上的資料夾；隨身碟和網路磁碟機往往不支援連結。
disk-no-locks = 無法鎖定 { $folder } 中的檔案，因此兩個安裝作業可能會互相干擾。
disk-no-locks-hint = 請選擇這部電腦本機磁碟上的資料夾：應用程式的位置用 --prefix 指定，下載檔案的位置用變數 XDG_CACHE_HOME 指定。
    .window = 請選擇這部電腦本機磁碟上的資料夾（下載檔案的位置用變數 XDG_CACHE_HOME 指定）。
disk-no-execution = 不允許啟動 { $folder } 中的程式，因此應用程式無法在那裡執行。
disk-no-execution-hint = 請用 --prefix 選擇允許執行程式的資料夾。
    .window = 請選擇允許執行程式的資料夾。
disk-no-room-for-files = 將在 { $folder } 中建立約 { COUNT($needed) } 個檔案，而磁碟最多只能再容納 { COUNT($free) } 個。
disk-no-room-for-files-hint = 請移除那裡的一些檔案，或用 --prefix 選擇其他磁碟上的資料夾。
    .window = 請移除那裡的一些檔案，或選擇其他磁碟上的資料夾。
disk-path-too-long = 路徑 { $folder } 太長：為了能在其中命名檔案，最多只能有 { COUNT($most) } 個字元。
disk-path-too-long-hint = 請用 --prefix 選擇路徑較短的資料夾。
    .window = 請選擇路徑較短的資料夾。
disk-names-too-short = { $folder } 中的檔名最多只能有 { COUNT($most) } 個字元，但需要 { COUNT($needed) } 個。加密的資料夾經常如此。
disk-names-too-short-hint = 請用變數 XDG_CACHE_HOME 為下載檔案選擇其他資料夾。
disk-other = 無法讀取或寫入 { $path }。
disk-other-hint = 系統回報的訊息請見詳細資料。請檢查那裡是否有其他內容，或是否正被使用，然後再試一次；在 Windows 上，可能是防毒軟體占用了該檔案。

limit-open-files = 此帳號最多只能同時開啟 { COUNT($limit) } 個檔案，但需要 { COUNT($needed) } 個。
limit-open-files-hint = 請提高限制（「ulimit -n」），或詢問這部電腦的管理員。
limit-file-size = 此帳號最大只能寫入 { BYTES($limit) } 的檔案，但需要 { BYTES($needed) }。
limit-file-size-hint = 請提高限制（「ulimit -f」），或詢問這部電腦的管理員。

environment-runtime = 發行版附帶的 Python 無法解壓縮或無法執行。
environment-runtime-hint = 請從 python.org 安裝 Python 並用 --python 指定，同時告知發行者。
    .window = 請從 python.org 安裝 Python，同時告知發行者。
environment-create = Python 無法為應用程式建立環境。
environment-create-hint = 原因請見詳細資料。請用 --python 嘗試其他 Python，或用 --prefix 嘗試其他資料夾。
    .window = 原因請見詳細資料。請選擇其他資料夾，或安裝其他版本的 Python。
environment-start = 無法啟動 { $program }。
environment-start-hint = 原因請見詳細資料。該資料夾可能禁止執行程式：請用 --prefix 選擇其他資料夾。
    .window = 原因請見詳細資料。該資料夾可能禁止執行程式：請選擇其他資料夾。
environment-wheel-refused = { $wheel } 含有套件不應包含的內容，因此未安裝。
environment-wheel-refused-hint = 具體內容請見詳細資料。請告知發行者。沒有變更任何內容。
environment-pip = 無法安裝套件。
environment-pip-hint = pip 回報的訊息請見詳細資料。沒有變更任何內容；如果再次發生，請告知發行者。
environment-pip-python = 發行版的 pip（{ $pip }）無法在 Python { $python } 上執行。
environment-pip-python-hint = 請用 --python 指定其他 Python，並告知發行者。
    .window = 請安裝其他版本的 Python，並告知發行者。
environment-hash = 某個套件不是發行者簽章的內容，已被 pip 拒絕。
environment-hash-hint = 磁碟或其他程式變更了檔案。未進行切換；請再試一次。
environment-build = 無法在這部電腦上建置 { $package }。
environment-build-hint = 建置過程的訊息請見詳細資料；通常是缺少某個程式庫的開發檔案。其他 Python 可能有預先建置的套件：請嘗試 --python。
    .window = 建置過程的訊息請見詳細資料；通常是缺少某個程式庫的開發檔案。其他 Python 可能有預先建置的套件。
environment-no-headers = { $package } 必須在這部電腦上建置，但 { $python } 沒有 C 標頭檔。
environment-no-headers-hint = 請安裝 Python 開發檔案（Debian 上為 python3-dev），或用 --python 嘗試其他 Python。
    .window = 請安裝 Python 開發檔案（Debian 上為 python3-dev）。
environment-no-command = 發行版聲稱有指令「{ $command }」，實際上卻沒有。
environment-no-command-hint = 這是發行者的錯誤：請告知發行者。未進行切換。
environment-changed = 安裝之後，{ $path } 不是應有的狀態。
environment-changed-hint = 磁碟或其他程式（例如防毒軟體）變更了檔案。未進行切換；請再試一次。
environment-check = 已安裝的套件互相不相容。
environment-check-hint = 這是發行版中的錯誤：請告知發行者。未進行切換。
environment-smoke-test = 新安裝的應用程式無法啟動。
environment-smoke-test-hint = 應用程式回報的訊息請見詳細資料。未進行切換；請告知發行者。
environment-time = 安裝的某個步驟耗時過久，已被停止。
environment-time-hint = 請在電腦不太忙時再試一次。未進行切換。

activate-launcher-taken = { $path } 屬於其他程式，未被覆寫。
activate-launcher-taken-hint = 請將其移走或移除，然後重新執行。
activate-unsafe = { $path } 是連結、屬於其他人，或可被他人寫入。未使用它。
activate-unsafe-hint = 請取消他人的寫入權限 (chmod go-w)、將其移除，或選擇其他資料夾：應用程式用 --prefix，下載檔案用變數 XDG_CACHE_HOME。
    .window = 請取消他人的寫入權限 (chmod go-w)、將其移除，或選擇其他資料夾（下載檔案用變數 XDG_CACHE_HOME）。
activate-anothers = { $folder } 中的安裝屬於另一個帳號：{ $owner }。
activate-anothers-hint = 只有該帳號才能變更或移除它。請用 --prefix 選擇其他資料夾。
    .window = 只有該帳號才能變更或移除它。請選擇其他資料夾。
activate-damaged-receipt = { $path } 已損壞，因此無法確定安裝包含哪些內容。
activate-damaged-receipt-hint = 請不帶指令啟動本程式：它會重新安裝應用程式並重新寫入該檔案。然後再移除。
activate-foreign = { $path } 原本就存在，且不屬於任何安裝；未作變更。
activate-foreign-hint = 請用 --prefix 選擇其他資料夾，或將其移走後重新執行。
    .window = 請選擇其他資料夾，或將其移走後重新執行。
activate-previous-gone = 為還原而保留的版本 { $version } 已無法啟動：其檔案或 Python 已不存在。
activate-previous-gone-hint = 請繼續使用已安裝的版本；它未被變更。
activate-newer-receipt = { $path } 是由較新的安裝程式寫入的。
activate-newer-receipt-hint = 請使用該安裝程式，或向發行者取得最新版本。

verify-damaged = 已安裝的內容有 { COUNT($count) } 處不正常。
verify-damaged-hint = 請執行「{ $command }」：它會修復損壞的部分，不會動到您的資料。
    .window = 請執行「{ window-repair }」：它會修復損壞的部分，不會動到您的資料。
verify-damaged-anothers = 已安裝的內容有 { COUNT($count) } 處不正常。
verify-damaged-anothers-hint = 只有它所屬的帳號才能修復：{ $owner }。
uninstall-declined = 沒有移除任何內容。
uninstall-declined-hint = 應用程式維持原樣。要移除它，請重新執行並回答「是」。
uninstall-mounted = { $path } 掛載了另一個磁碟，因此沒有移除包含它的資料的資料夾。
uninstall-mounted-hint = 請先卸載該磁碟，或在不包含此資料夾的情況下移除應用程式。

busy = 另一個安裝作業正在 { $folder } 中進行。
busy-hint = 請等它完成後重新執行；使用 --wait SECONDS 可自動等待。
    .window = 請等它完成後重新執行。
cancelled = 已取消。之前安裝的內容維持不變。
cancelled-hint = 可隨時重新執行：已下載的內容會保留。
internal = 本程式內部發生錯誤。
internal-hint = 這是我們的錯誤。請連同詳細資料一起回報。

log-unwritable = 無法寫入記錄檔 { $path }。
log-unwritable-hint = 請指定您可寫入的資料夾中的檔案，或拿掉 --log。
