plan-publisher = {"  "}発行元: { $publisher }、{ COUNT($keys) } 個中 { COUNT($signed) } 個の鍵で署名済み ({ COUNT($threshold) } 個が必要)
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}パッケージ: { COUNT($packages) } 個 ({ BYTES($size) }、うちダウンロードは { BYTES($fetch) })
plan-builds = {"  "}このコンピューターでビルド: { $packages }
plan-running = {"  "}実行中: { $programs }。起動時のバージョンのまま動作を続け、必要なものが取り除かれることはありません。
plan-go-back-data = {"  "}あなたのデータはそのまま残ります。新しいバージョンで書き込まれたデータは、古いバージョンでは読めないことがあります。大切なデータは先にコピーしておいてください。
plan-folder = {"  "}フォルダー: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = バージョン { $version } がインストールされました。
outcome-upgrade = バージョン { $version } がインストールされました。以前のバージョンも残っており、「{ $command }」で戻せます。
outcome-upgrade-later = バージョン { $version } は実行中です。{ $pending } の準備ができており、次にこのプログラムを起動したときに切り替わります。
outcome-go-back = バージョン { $version } に戻りました。戻す前のバージョンは残っており、「{ $command }」で復帰できます。
outcome-repair = バージョン { $version } を新たにインストールし直しました。
outcome-mend = バージョン { $version } は正常な状態に戻りました。
outcome-verify = 破損はありません。バージョン { $version } はインストール時のままです。
outcome-up-to-date = バージョン { $version } がインストールされており、最新の状態です。
outcome-left-aside = バージョン { $version } がインストールされています。{ $newer } から戻したため、自動ではインストールされません。インストールするには「{ $command }」を実行してください。
outcome-running = 以前のバージョンのまま実行中: { $programs }。このバージョンを使うには、起動し直してください。
outcome-uninstall = 削除しました。
outcome-commands = 起動するコマンド: { $commands }
outcome-not-on-path = { $folder } は PATH に含まれていません。PATH に追加すると、フォルダー名を省略できます。
outcome-path-line = コマンド名だけで起動するには、次の行を { $file } に追加するか、--add-to-path を付けてもう一度実行してください:
outcome-path-added = コマンドのフォルダーを { $file } で PATH に追加しました。使用するには新しい端末を開いてください。
failure-message = エラー: { $message } [{ $code }]
failure-hint = 対処方法: { $hint }
failure-details = 詳細:

findings-compared = バージョン { $version }: { COUNT($files) } 個のファイルを照合しました ({ BYTES($size) })。{ COUNT($packages) } 個中 { COUNT($signed) } 個のパッケージは発行元が署名した内容と、残りはインストールの記録と照合しました
findings-mended = 修復済み ({ COUNT($count) } 件):
findings-more = {"  "}ほか { COUNT($count) } 件。--json ですべて表示します

check-up-to-date = { $name } { $installed } は最新の状態です。
check-upgrade = { $name } { $offered } をインストールできます。現在インストールされているのは { $installed } です。
check-upgrade-size = { $name } { $offered } をインストールできます (ダウンロード { BYTES($size) })。現在インストールされているのは { $installed } です。
check-security = バージョン { $installed } には既知のセキュリティ上の問題があります。
check-obstacle = {"  "}現状では、このコンピューターにインストールできません [{ $code }]。

removal-goes = { $name } { $version } について、次のものを削除します:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = 次のものは残ります:
removal-data = {"  "}{ $path } にあるあなたのデータ ({ BYTES($size) })。--remove-data { $path } を指定すると、これも削除されます
removal-data-goes = {"  "}{ $path } にあるあなたのデータ ({ BYTES($size) })
removal-left = {"  "}{ $path } (後から変更されたもの、またはこのプログラムのものではないもの)
removal-downloads = {"  "}ほかでは使われないダウンロード ({ BYTES($size) })。--remove-downloads を指定すると、これも削除されます
removal-downloads-goes = {"  "}ほかでは使われないダウンロード ({ BYTES($size) })

status-nothing = 何もインストールされていません。
status-installed = { $name } { $version } (インストール日時: { $time })
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}パッケージ: { COUNT($packages) } 個
status-previous = {"  "}戻せるよう保持しているバージョン: { $version }
status-file = {"  "}フォルダー外のファイル: { $path }
shell-line = コマンドを PATH に入れる { $path } の行

note-locale = 「{ $asked }」のテキストはありません。使用できる言語: { $known }
note-log = 今回のログ: { $path }
note-anothers = 別のアカウント ({ $owner }) のもので、表示だけを行います。
note-no-desktop = デスクトップのフォルダーがないため、--desktop-shortcut は効果がありません。

ask-uninstall = { $folder } から { $name } を削除しますか?
ask-remove-data = { $path } にあるあなたのデータ ({ BYTES($size) }) も削除しますか? 元に戻すことはできません。
ask-remove-downloads = ほかでは使われないダウンロード ({ BYTES($size) }) も削除しますか?
answer-choices = [y/N]
answer-yes = y yes はい

help-about = 署名されたリリースから Python アプリケーションをインストールし、最新の状態に保ちます。
help-usage = 使い方: { $program } [コマンド] [オプション]
help-commands = コマンド:
help-command-none = コマンドなし: インストール、更新、中断した処理の完了のうち必要なものを実行
help-command-install = アプリケーションをインストールする
help-command-upgrade = 新しいリリースがあればインストールする
help-command-repair = インストール済みのリリースの破損を修復する
help-command-go-back = 以前のバージョンに戻す (ネットワーク不要)
help-command-verify = インストールされたすべてのファイルを公開された内容と照合する
help-command-check = 新しいリリースがあるかどうかを表示する
help-command-status = インストールされているものを表示する
help-command-uninstall = アプリケーションを削除する (あなたのデータは残る)
help-options = オプション:
help-prefix = このフォルダーにインストールする
help-python = この Python、またはこのバージョンの Python を使用する
help-repository = リリースをここから取得する
help-profile = 別のアプリケーションをインストールする (profile.toml と root.json のあるフォルダー)
help-index-url = パッケージをこのインデックスからのみダウンロードする
help-mirror = files.pythonhosted.org のこのミラーを最初に試す (複数指定可)
help-find-links = パッケージを最初にこのフォルダーで探す (複数指定可)
help-offline = ネットワークを使用しない
help-proxy = このプロキシを使用する (http://NAME:PASSWORD@HOST:PORT)
help-ca = このファイルの認証局も信頼する
help-later = アプリケーションの実行中は新しいバージョンの準備だけを行い、次の起動時に切り替える
help-wait = 実行中の別のインストールをこの時間まで待つ (既定は 10 分、--silent または --json では待たない)
help-face = ウィンドウを表示する (window) か、端末を使う (terminal)
help-menu = アプリケーションメニューに項目を作る (--no-menu を指定しない限り作成)
help-desktop-shortcut = デスクトップにアイコンを作る (指定したときのみ)
help-add-to-path = シェルがコマンドを見つけられるよう、そのフォルダーを PATH に追加する (更新後も有効)
help-silent = エラー以外は表示せず、質問もしない
help-json = すべてを JSON の行として出力する
help-yes = 削除前の質問に「はい」と答える
help-anew = repair とともに使用: すべてを新たにインストールする
help-remove-data = uninstall とともに使用: あなたのデータがあるこのフォルダーも削除する (複数指定可)
help-remove-downloads = uninstall とともに使用: ダウンロードも削除する
help-locale = この言語で表示する (例: ja)
help-log = ログを書き出す
help-replay = --json で記録した内容をウィンドウに表示する (インストールは行わない)
help-version = このプログラムのバージョンを表示する
help-help = このページを表示する
help-exit =
    終了ステータス: 0 完了または処理不要、2 使い方の誤り、10 ネットワーク、11 安全のため拒否、
    12 古いリリースを拒否、13 適切な Python なし、14 wheel またはコンパイラーなし、
    15 ディスクまたは権限、16 環境、17 使用中、18 未インストール、19 破損、
    100 「check」で更新を検出、70 内部エラー、130 キャンセル。
