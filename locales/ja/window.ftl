window-caption = { $name } セットアップ

window-install = インストール
window-upgrade = 更新
window-repair = 修復
window-go-back = 元に戻す
window-uninstall = 削除
window-cancel = キャンセル
window-language = 言語
window-close = 閉じる
window-later = 終了後に更新
window-open = 開く
window-back = 戻る
window-continue = 続行
window-try-again = 再試行
window-copy = コピー
window-copy-details = 詳細をコピー
window-stop = 中止
window-stop-close = 中止して閉じる
window-go-on = 続ける

window-step = { $step }…
window-nothing-changed = まだ何も変更されません。
window-going-on = 中断したところから続行しています…
window-stopping = 中止しています…

window-offer-install = { $name } をインストール
window-offer-upgrade = { $name } を更新
window-offer-repair = { $name } を修復
window-offer-go-back = 以前の { $name } に戻しますか?
window-offer-uninstall = { $name } を削除しますか?
window-consequence-upgrade = 新しいバージョンの正常な起動が確認されるまで、今のバージョンが使われます。その後も、戻せるよう保持されます。
window-consequence-repair = 破損または不足しているものを元に戻します。あなたのデータには触れません。
window-consequence-go-back = 再びバージョン { $version } を使います。新しいバージョンで変更されたデータは開けないことがあります。詳しくは発行元にお問い合わせください。
window-consequence-uninstall = アプリケーションと、一緒にインストールされたすべてのものを、このコンピューターから削除します。

window-version = バージョン { $version }
window-version-size = バージョン { $version } · ダウンロード { BYTES($size) }
window-verified = 確認済みの発行元: { $publisher }
window-fact-signed = 署名
window-signed = { COUNT($keys) } 個中 { COUNT($signed) } 個の鍵 ({ COUNT($threshold) } 個が必要)
window-fact-download = ダウンロード
window-download = { BYTES($size) } (パッケージ { COUNT($packages) } 個)
window-download-none = なし (すべて揃っています)
window-fact-disk = ディスク使用量
window-disk = 約 { BYTES($size) }
window-fact-folder = フォルダー

window-options = オプション
window-folder = インストール先のフォルダー
window-switch-start = 準備ができたら { $name } を起動する
window-switch-menu = メニューに追加する
window-switch-desktop = デスクトップにアイコンを追加する
window-switch-path = 端末でコマンドを使えるようにする (PATH に追加)

window-now-install = { $name } をインストールしています
window-now-upgrade = { $name } を更新しています
window-now-repair = { $name } を修復しています
window-now-go-back = 以前の { $name } に戻しています
window-now-uninstall = { $name } を削除しています

window-speed = { BYTES($speed) }/秒
window-left = 残り約 { DURATION($left) }
window-speed-left = { BYTES($speed) }/秒 · 残り約 { DURATION($left) }
window-waiting = ネットワークを待っています。自動的に続行されます。

window-details = 詳細
window-arrived = { $artifact } を取得しました ({ BYTES($size) })
window-building = { $package } をビルドしています
window-installed = { $package } をインストールしました

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = バージョン { $version } がインストールされています
window-news-none = 最新の状態です。
window-news-upgrade = バージョン { $version } を利用できます (ダウンロード { BYTES($size) })。
window-news-left-aside = 正常に動作しています。より新しいバージョン { $version } から戻した状態です。
window-news-broken = 一部が破損または不足していますが、修復できます。
window-news-unknown = 新しいバージョンがあるかどうかを確認できませんでした。
window-about-repair = 破損または不足しているものを元に戻します。
window-about-go-back = 残っているバージョン { $version } を再び使います。
window-about-uninstall = 特に選択しない限り、あなたのデータは残ります。
window-running = 実行中: { $programs }。終了するまで、起動時のバージョンのまま動作します。

window-goes-size = 次のものを削除します ({ BYTES($size) }):
window-data = 次のものは、ここでオンにしない限り残ります:
window-data-remove = { $folder } にあるあなたのデータも削除する ({ BYTES($size) })
window-downloads-remove = ほかでは使われないダウンロードを削除する ({ BYTES($size) })

window-ready = { $name } の準備ができました
window-removed = { $name } を削除しました
window-removed-kept = あなたのデータはそのまま残っています。
window-removed-data = 選択したデータも削除しました。
window-done-install = すべて確認済みで、正常に動作します。
window-done-upgrade = 新しいバージョンは確認済みで、正常に動作します。以前のバージョンは、戻せるよう保持されます。
window-done-repair = すべて確認済みで、再び正常に動作します。
window-done-go-back = 以前のバージョンに戻りました。
window-done-nothing = 破損はなく、必要な処理もありませんでした。
window-done-later = バージョン { $version } の準備ができました。次にこのプログラムを起動したときに切り替わります。
window-still-running = 以前のバージョンのまま実行中: { $programs }。このバージョンを使うには、起動し直してください。
window-type-this = 起動するには、端末で次のように入力します:
window-copied = コピーしました
window-where = コマンドは { $folder } にあります。
window-not-on-path = コマンドは { $folder } にありますが、PATH に含まれていません。追加するまで、端末では完全なパスが必要です。
window-stopped = 中止しました
window-stopped-kept = 何も変更されていません。ダウンロード済みのものは保持されます。次回はそこから続行されます。

window-failed = { $name } をインストールできませんでした
window-failed-network = 接続できません
window-failed-refused = 安全のため、インストールしませんでした
window-failed-older = 古いバージョンを拒否しました
window-failed-python = 適切な Python がありません
window-failed-package = このコンピューター用のパッケージがありません
window-failed-disk = ディスクまたはフォルダーに問題があります
window-failed-busy = 別のインストールが進行中です
window-failed-removal = { $name } を削除できませんでした
window-failed-repair = { $name } を修復できませんでした
window-failed-go-back = 以前の { $name } に戻せませんでした
window-code = 詳細 ({ $code })
window-tries-in = { DURATION($left) }後に再試行します
window-kept = ダウンロード済みのものは保持されます。
window-support = ヘルプ: { $support }

window-proxy-name = プロキシのユーザー名
window-proxy-password = パスワード

window-ask-cancel = ここで中止しますか?
window-ask-close = 中止してウィンドウを閉じますか?
window-ask-kept = ダウンロード済みのものは保持されます。次回はそこから続行されます。
window-ask-undone = 途中までの変更は取り消されます。以前にインストールされていたものはそのまま残ります。
