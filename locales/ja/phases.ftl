phase-verifying = すべてのファイルをインストール時の内容と照合しています
phase-mending = 破損を探して修復しています
phase-judging = 署名を確認しています
phase-planning = 適切な Python を探しています
phase-fetching = ダウンロードしています
phase-building = パッケージをビルドしています
phase-installing = パッケージをインストールしています
phase-checking = インストールを確認しています
phase-activating = 新しいバージョンに切り替えています
phase-removing = アプリケーションを削除しています

action-install = { $name } { $version } をインストール
action-upgrade = { $name } を { $installed } から { $version } に更新
action-upgrade-later = 実行中のバージョンと並べて { $name } { $version } を準備
action-go-back = { $name } { $version } に戻す
action-repair = { $name } { $version } を修復
action-mend = { $name } { $version } の破損を修復
action-verify = { $name } { $version } を照合
action-up-to-date = { $name } { $version } は最新の状態です
action-uninstall = { $name } { $version } を削除

waiting = このアプリケーションの別のインストールが進行中です。終了を最大 { DURATION($left) }待ちます
running-process = { $program } (プロセス { $pid })
removal-running = 実行中: { $programs }。先にアプリケーションを終了してください。ファイルがなくなると、実行中のものが正しく動作しなくなることがあります。

progress-bytes = { BYTES($have) } / { BYTES($size) }
progress-bytes-speed = { BYTES($have) } / { BYTES($size) }、{ BYTES($speed) }/秒
progress-bytes-left = { BYTES($have) } / { BYTES($size) }、{ BYTES($speed) }/秒、残り約 { DURATION($left) }
progress-packages = { COUNT($done) } / { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } / { COUNT($total) }: { $package }、残り約 { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: { DURATION($wait) }後に { COUNT($attempt) } 回目の試行
transfer = { $artifact }: { BYTES($have) } / { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: { COUNT($attempt) } 回目の試行
waiting-network = ネットワークを待っています
waiting-network-next = ネットワークを待っています。次の試行は { DURATION($wait) }後です

menu-manage = 更新または削除

finding-changed = { $path }: インストール時の状態から変わっています
finding-missing = { $path }: ありません
finding-foreign = { $path }: アプリケーションのものではありません
finding-rights = { $path }: 変更または使用できるユーザーがインストール時と異なります
finding-launcher = { $path }: アプリケーションを起動しません
finding-pointer = { $path }: インストール済みのバージョンを指していません
finding-python = { $path }: この Python がなくなったか、別のバージョンになっています
finding-record = { $path }: インストールの記録がないか、変更されています
