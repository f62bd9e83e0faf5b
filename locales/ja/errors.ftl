usage-unknown-command = 「{ $command }」というコマンドはありません。
usage-unknown-command-hint = { $suggestion ->
    [none] 使用できるものは「{ $program } --help」で確認できます。
   *[other] 「{ $suggestion }」のことですか? 使用できるものは「{ $program } --help」で確認できます。
}
usage-two-commands = 「{ $first }」と「{ $second }」の 2 つのコマンドが指定されています。
usage-two-commands-hint = コマンドは 1 つずつ、順に実行してください。
usage-unknown-option = 「{ $option }」というオプションはありません。
usage-unknown-option-hint = { $suggestion ->
    [none] 使用できるものは「{ $program } --help」で確認できます。
   *[other] 「{ $suggestion }」のことですか? 使用できるものは「{ $program } --help」で確認できます。
}
usage-missing-value = オプション「{ $option }」には値が必要です。
usage-missing-value-hint = 値を後ろに書いてください: 「{ $option } VALUE」。「{ $program } --help」を参照してください。
usage-surplus-value = オプション「{ $option }」に値は指定できません。
usage-surplus-value-hint = 「{ $option }」だけを書いてください。「{ $program } --help」を参照してください。
usage-bad-value = 「{ $value }」は「{ $option }」の値として正しくありません。
usage-bad-value-hint = 「{ $option }」に指定できる値は「{ $program } --help」で確認できます。
usage-twice = オプション「{ $option }」が 2 回指定されています。
usage-twice-hint = 1 回だけ指定してください。
usage-conflict = 「{ $option }」と「{ $other }」は同時に使用できません。
usage-conflict-hint = どちらか一方を外してください。
usage-misplaced-option = オプション「{ $option }」は、このコマンドでは効果がありません。
usage-misplaced-option-hint = 使用できるコマンド: { $commands }
usage-bad-profile = アプリケーションプロファイル { $path } は使用できません。
usage-bad-profile-hint = フォルダーには、読み取り可能な profile.toml と root.json が必要です。提供元に新しいコピーを依頼してください。
usage-bad-certificates = { $path } に使用できる証明書がありません。
usage-bad-certificates-hint = --ca で PEM 形式の証明書ファイルを指定してください。
usage-no-certificates = 認証局のファイル { $path } を読み取れません。
usage-no-certificates-hint = --ca の後の名前を確認してください。読み取り可能な、PEM 形式の証明書ファイルである必要があります。
usage-bad-proxy = { $host } はプロキシとして使用できません。
usage-bad-proxy-hint = --proxy の値を確認してください。
usage-no-home = このアカウントにはホームフォルダーがありません。
usage-no-home-hint = HOME を設定するか、ホームフォルダーのあるユーザーで実行してください。
usage-no-such-data = { $path } はこのアプリケーションのデータのフォルダーではありません。
usage-no-such-data-hint = { $folders ->
    [none] このアプリケーションにはデータのフォルダーの指定がないか、フォルダーが存在しません。
   *[other] 次のいずれかを、表示どおりに指定してください: { $folders }
}
usage-no-consent = アプリケーションの削除には確認が必要ですが、ここでは質問できません。
usage-no-consent-hint = アプリケーションを削除する場合は、--yes を付けてもう一度実行してください。
usage-no-face = ウィンドウを開けず、確認のための端末もありません。
usage-no-face-hint = 端末で実行してください: { $command }

repository-unreachable = { $place } に接続できないか、正しい応答がありませんでした ({ $file } の要求中)。
repository-unreachable-hint = インターネット接続とプロキシの設定を確認して、もう一度試してください。何も変更されていません。
repository-not-there = { $place } にリリースがありません。{ $file } が見つかりません。
repository-not-there-hint = アドレスを確認してください。正しい場合は、アプリケーションの発行元に連絡してください。
repository-too-long = { $place } が { $file } の上限 { BYTES($limit) } を超えるデータを送信しました。
repository-too-long-hint = サーバーまたは通信経路が信頼できません。別のネットワークを試し、再び起きる場合は発行元に連絡してください。
repository-offline = リリースは { $place } にありますが、--offline のため確認できません。
repository-offline-hint = --offline を外して実行するか、--repository でリリースのフォルダーを指定してください。

trust-expired = 「{ $role }」に対する発行元の署名は { $expires } に期限が切れました。このコンピューターの時計は { $now } です。
trust-expired-hint = このコンピューターの日付と時刻を確認してください。正しい場合は、発行元による署名の更新が必要です。発行元に連絡し、後でもう一度試してください。
trust-clock-behind = 「{ $role }」に対する発行元の署名は { $expires } に期限が切れました。このコンピューターの時計は { $now } ですが、このプログラムが作成されたとき、または最後に実行されたときは { $known } でした。
trust-clock-behind-hint = このコンピューターの日付と時刻を確認してください。以前の時計が間違っていて今は正しい場合は、アンインストールしてからインストールし直してください。
trust-threshold = 「{ $role }」に必要な署名は { COUNT($need) } 個の鍵によるものですが、{ COUNT($have) } 個しかありません。
trust-threshold-hint = この入手元からはインストールしないでください。リリースが改変されたか、必要な数の署名が揃っていません。発行元に連絡してください。
trust-rollback = サーバーが提供する「{ $role }」のバージョン { $offered } は、以前に確認したバージョン { $trusted } より古いものです。
trust-rollback-hint = サーバーまたは通信経路が古い状態を示しています。別のネットワークまたはミラーを試してください。それでも解決しない場合は、発行元に連絡してください。
trust-malformed = { $file } は発行元のファイルの形式になっていません。
trust-malformed-hint = サーバーの代わりに、ネットワークのログインページが応答した可能性があります。任意のウェブページを開いてログインし、もう一度試してください。それでも解決しない場合は、発行元に連絡してください。
trust-web-page = { $file } は発行元のファイルではなく、ウェブページです。
trust-web-page-hint = このネットワークではログインが必要なようです。任意のウェブページを開いてログインし、もう一度試してください。
trust-inconsistent = 発行元のファイルの内容が互いに一致しません ({ $file })。
trust-inconsistent-hint = 新しいリリースがサーバーに公開されている最中かもしれません。数分後にもう一度試してください。それでも解決しない場合は、発行元に連絡してください。
trust-many-roots = このコンピューターが前回確認してから、発行元の鍵が { COUNT($limit) } 回を超えて変更されています。
trust-many-roots-hint = もう一度実行してください。ここから続行されます。
trust-other-application = これは { $expected } ではなく、{ $found } のリリースです。
trust-other-application-hint = リポジトリのアドレスを確認してください。正しい場合は、発行元に連絡してください。
trust-unsupported = { $file } は、このプログラムが対応していない機能を使用しています: { $feature }。
trust-unsupported-hint = 発行元から最新のインストーラーを入手してください。
trust-mismatch = { $file } は発行元が署名したファイルではありません。
trust-mismatch-hint = ファイルは改変または破損しており、使用されませんでした。もう一度試すか、別のネットワークを試してください。それでも解決しない場合は、発行元に連絡してください。
trust-too-long = { $file } は上限の { BYTES($limit) } を超えています。
trust-too-long-hint = ファイルは使用されませんでした。発行元に連絡してください。
trust-floor = サーバーは { $offered } を提供していますが、このインストーラーは { $floor } より古いものを受け付けません。
trust-floor-hint = サーバーまたは通信経路が古い状態を示しています。別のネットワークまたはミラーを試してください。それでも解決しない場合は、発行元に連絡してください。
trust-newer-format = { $file } の形式は { $format } です。このプログラムが読み取れるのは { $supported } までです。
trust-newer-format-hint = 発行元から最新のインストーラーを入手してください。

plan-older = バージョン { $installed } がインストールされています。古いバージョン { $offered } で上書きすることはできません。
plan-older-hint = 古いバージョンが必要な場合は、先にインストール済みのバージョンを削除してください。あなたのデータは残ります。
plan-replaced = バージョン { $version } は再公開されましたが、サーバーは再公開前のものを提供しています。
plan-replaced-hint = サーバーまたは通信経路が古い状態を示しています。別のネットワークまたはミラーを試してください。それでも解決しない場合は、発行元に連絡してください。
plan-below-floor = バージョン { $offered } には既知のセキュリティ上の問題があります。発行元は { $floor } より古いものを認めていません。
plan-below-floor-hint = 新しいバージョンを使用してください。ない場合は、発行元に連絡してください。
plan-not-installed = アプリケーションはここにインストールされていません。
plan-not-installed-hint = 先にインストールするか、--prefix でフォルダーを指定してください。
    .window = 先にインストールしてください。
plan-no-previous = 戻せる以前のバージョンがありません。
plan-no-previous-hint = 更新のたびに以前のバージョンが 1 つだけ保持されます。インストール済みのものはそのまま残ります。
plan-other-application = フォルダーには { $installed } があります。{ $offered } はそこにインストールできません。
plan-other-application-hint = --prefix で別のフォルダーを選んでください。
    .window = 別のフォルダーを選んでください。
plan-no-python = 適切な Python が見つかりませんでした。必要なもの: { $needed }。
plan-no-python-hint = python.org またはシステムのパッケージマネージャーから該当する Python をインストールするか、--python で指定してください。
    .window = python.org またはシステムのパッケージマネージャーから該当する Python をインストールしてください。
plan-other-python = 指定された { $asked } は使用できません。必要なもの: { $needed }。
plan-other-python-hint = --python で別の Python を指定するか、オプションを外して適切なものを自動で探してください。見つかったものは詳細に記載されています。
plan-no-wheel = このコンピューター ({ $platform }、Python { $python }) 用のビルド済みパッケージがありません: { $packages }。
plan-no-wheel-hint = --python で別の Python を試してください。解決しない場合は、このコンピューターへの対応を発行元に依頼してください。
    .window = 別のバージョンの Python をインストールしてください。解決しない場合は、このコンピューターへの対応を発行元に依頼してください。
plan-no-compiler = 次のパッケージはこのコンピューターでビルドする必要がありますが、Python のヘッダーを備えた動作する C コンパイラーが見つかりませんでした: { $packages }。
plan-no-compiler-hint = C コンパイラーと Python の開発用ファイルをインストールするか (Debian では build-essential と python3-dev)、--python で別の Python を試してください。
    .window = C コンパイラーと Python の開発用ファイルをインストールしてください (Debian では build-essential と python3-dev)。
plan-bad-lock = パッケージ { $package } について、リリースの内容が矛盾しています。
plan-bad-lock-hint = これは発行元の誤りです。発行元に連絡してください。何も変更されていません。

fetch-unreachable = { $artifact } をダウンロードできませんでした。{ $host } に接続できません。
fetch-unreachable-hint = インターネット接続とプロキシの設定を確認して、もう一度実行してください。すでにあるものは保持されます。
fetch-server = { $artifact } をダウンロードできませんでした。{ $host } がエラー { $status } を返しました。
fetch-server-hint = 後でもう一度試してください。すでにあるものは保持されます。
fetch-not-found = { $artifact } は、あるべき場所のどこにもありません。
fetch-not-found-hint = インデックス、ミラー、またはフォルダーを指定した場合は、そこにファイルがあることを確認してください。それ以外の場合は、発行元に連絡してください。
fetch-cut = { $artifact } の受信中に接続が切れました。{ BYTES($size) } のうち { BYTES($have) } を受信済みです。
fetch-cut-hint = もう一度実行してください。ダウンロードは中断したところから続行されます。
fetch-short = { $artifact } が途中で終わりました。{ BYTES($size) } のはずが { BYTES($have) } しかありません。
fetch-short-hint = サーバーまたはプロキシが不完全なファイルを送信しています。もう一度実行するか、別のネットワークまたはミラーを使用してください。
fetch-too-long = { $artifact } は、発行元が署名した { BYTES($size) } を超えています。
fetch-too-long-hint = ファイルは使用されませんでした。別のネットワークまたはミラーを試してください。それでも解決しない場合は、発行元に連絡してください。
fetch-wrong-hash = { $host } から取得した { $artifact } は、発行元が署名したファイルではありません。
fetch-wrong-hash-hint = ファイルは途中で改変または破損しており、使用されませんでした。別のネットワークまたはミラーを試してください。それでも解決しない場合は、発行元に連絡してください。
fetch-login-page = { $host } がファイルではなくウェブページを返しました。
fetch-login-page-hint = このネットワークではログインが必要なようです。任意のウェブページを開いてログインし、もう一度実行してください。
fetch-slow = { $host } からの { $artifact } の送信が遅すぎます。
fetch-slow-hint = 後で、または別のネットワークでもう一度実行してください。ダウンロードは中断したところから続行されます。
fetch-redirect = { $host } が { $artifact } のダウンロードを循環させるか、安全でない場所へ転送しています。
fetch-redirect-hint = 別のネットワークまたはミラーを試してください。それでも解決しない場合は、発行元に連絡してください。
fetch-confused = { $artifact } に対する { $host } の応答が正しくありません。
fetch-confused-hint = 後でもう一度試すか、別のミラーまたはインデックスを試してください。
fetch-tls = { $issuer ->
    [unknown] { $host } への接続は安全ではありません。このコンピューターは証明書を信頼していません。
   *[other] { $host } への接続は安全ではありません。証明書の発行者 { $issuer } を、このコンピューターは信頼していません。
}
fetch-tls-hint = 社内ネットワークでは通信が検査されていることがあります。その認証局について問い合わせ、--ca でファイルを指定してください。それ以外の場合は、別のネットワークを使用してください。
    .window = 社内ネットワークでは通信が検査されていることがあります。社内の認証局を信頼するように、このコンピューターの管理者に依頼してください。それ以外の場合は、別のネットワークを使用してください。
fetch-proxy = { $proxy ->
    [unknown] { $host } への経路にあるプロキシが名前とパスワードを要求しているか、指定されたものを拒否しました。
   *[other] プロキシ { $proxy } が名前とパスワードを要求しているか、指定されたものを拒否しました。
}
fetch-proxy-hint = --proxy http://NAME:PASSWORD@HOST:PORT の形で指定してください。
fetch-proxy-unreachable = プロキシ { $proxy } に接続できないため、{ $host } に問い合わせできませんでした。
fetch-proxy-unreachable-hint = プロキシの名前とポートを確認してください (--proxy の値、環境変数 http_proxy と https_proxy、またはシステムの設定)。すでにあるものは保持されます。
    .window = プロキシの名前とポートを確認してください (環境変数 http_proxy と https_proxy、またはシステムの設定)。すでにあるものは保持されます。
fetch-login = { $host } が名前とパスワードを要求しているか、指定されたものを拒否しました。
fetch-login-hint = --index-url、--mirror、または --repository で指定したアドレスに、https://NAME:PASSWORD@HOST/… の形で含めてください。アドレスを指定していない場合は、発行元に連絡してください。
    .window = 指定したアドレスに、https://NAME:PASSWORD@HOST/… の形で含めてください。アドレスを指定していない場合は、発行元に連絡してください。
fetch-offline = { COUNT($count) } 個のファイルがありませんが、--offline のためダウンロードできません: { $artifacts }
fetch-offline-hint = ファイルをフォルダーに置いて --find-links で指定するか、--offline を外して実行してください。

disk-full = { $folder } に十分な空き容量がありません。
disk-full-hint = 空き容量を増やすか、別のフォルダーを選んでください。アプリケーションの場所は --prefix で、ダウンロードの場所は環境変数 XDG_CACHE_HOME で指定できます。ダウンロード済みのものは保持されます。
    .window = 空き容量を増やしてください。ダウンロード済みのものは保持されます。
disk-no-room = { $folder } に { BYTES($needed) } が必要ですが、空き容量は { BYTES($free) } です。
disk-no-room-hint = 空き容量を増やすか、別のフォルダーを選んでください。アプリケーションの場所は --prefix で、ダウンロードの場所は環境変数 XDG_CACHE_HOME で指定できます。ダウンロード済みのものは保持されます。
    .window = 空き容量を増やしてください。ダウンロード済みのものは保持されます。
disk-rights = { $path } に書き込む権限がありません。
disk-rights-hint = 権限を変更するか、--prefix で別のフォルダーを選んでください。管理者権限は必要ありません。
    .window = 権限を変更してください。管理者権限は必要ありません。
disk-foreign-home = ホームフォルダー { $path } は、実行中のアカウントとは別のアカウントのものです。そこには何も書き込みませんでした。
disk-foreign-home-hint = sudo を付けずに起動してください。管理者権限は必要ありません。このアカウント自身のためにインストールするには sudo -H を使います。
disk-name = { $path } を作成できません。名前が長すぎるか、使用できない文字が含まれています。
disk-name-hint = --prefix で、ディスクの最上位に近い、名前の短いフォルダーを選んでください。
    .window = ディスクの最上位に近い、名前の短いフォルダーを選んでください。
disk-no-rename = { $folder } のファイル名を変更できません。
disk-no-rename-hint = 別のディスクのフォルダーを選んでください。アプリケーションの場所は --prefix で、ダウンロードの場所は環境変数 XDG_CACHE_HOME で指定できます。
    .window = 別のディスクのフォルダーを選んでください。ダウンロードの場所は環境変数 XDG_CACHE_HOME で指定できます。
disk-no-links = { $folder } にはシンボリックリンクを作成できませんが、アプリケーションには必要です。
disk-no-links-hint = --prefix で別のディスクのフォルダーを選んでください。USB メモリーやネットワークドライブでは、多くの場合リンクを使用できません。
    .window = 別のディスクのフォルダーを選んでください。USB メモリーやネットワークドライブでは、多くの場合リンクを使用できません。
disk-no-locks = { $folder } のファイルをロックできないため、2 つのインストールが互いに干渉するおそれがあります。
disk-no-locks-hint = このコンピューター自体のディスクにあるフォルダーを選んでください。アプリケーションの場所は --prefix で、ダウンロードの場所は環境変数 XDG_CACHE_HOME で指定できます。
    .window = このコンピューター自体のディスクにあるフォルダーを選んでください。ダウンロードの場所は環境変数 XDG_CACHE_HOME で指定できます。
disk-no-execution = { $folder } ではプログラムを起動できないため、アプリケーションを実行できません。
disk-no-execution-hint = --prefix で、プログラムを実行できるフォルダーを選んでください。
    .window = プログラムを実行できるフォルダーを選んでください。
disk-no-room-for-files = { $folder } に約 { COUNT($needed) } 個のファイルを作成しますが、ディスクにはあと { COUNT($free) } 個分の余裕しかありません。
disk-no-room-for-files-hint = そこのファイルを削除するか、--prefix で別のディスクのフォルダーを選んでください。
    .window = そこのファイルを削除するか、別のディスクのフォルダーを選んでください。
disk-path-too-long = パス { $folder } は長すぎます。中のファイルに名前を付けられるよう、{ COUNT($most) } 文字以内にする必要があります。
disk-path-too-long-hint = --prefix で、パスの短いフォルダーを選んでください。
    .window = パスの短いフォルダーを選んでください。
disk-names-too-short = { $folder } のファイル名は { COUNT($most) } 文字までですが、{ COUNT($needed) } 文字が必要です。暗号化されたフォルダーでよく見られます。
disk-names-too-short-hint = 環境変数 XDG_CACHE_HOME で、ダウンロード用に別のフォルダーを選んでください。
disk-other = { $path } を読み書きできませんでした。
disk-other-hint = システムからのメッセージは詳細を参照してください。そこに別のものがないか、使用中でないかを確認して、もう一度試してください。Windows では、ウイルス対策ソフトがファイルを使用している場合があります。

limit-open-files = このアカウントが同時に開けるファイルは { COUNT($limit) } 個までですが、{ COUNT($needed) } 個が必要です。
limit-open-files-hint = 上限を引き上げるか (「ulimit -n」)、このコンピューターの管理者に相談してください。
limit-file-size = このアカウントが書き込めるファイルは { BYTES($limit) } までですが、{ BYTES($needed) } が必要です。
limit-file-size-hint = 上限を引き上げるか (「ulimit -f」)、このコンピューターの管理者に相談してください。

environment-runtime = リリースに付属する Python を展開できないか、実行できません。
environment-runtime-hint = python.org から Python をインストールして --python で指定し、発行元にも連絡してください。
    .window = python.org から Python をインストールし、発行元にも連絡してください。
environment-create = Python がアプリケーション用の環境を作成できませんでした。
environment-create-hint = 理由は詳細を参照してください。--python で別の Python を試すか、--prefix で別のフォルダーを試してください。
    .window = 理由は詳細を参照してください。別のフォルダーを選ぶか、別のバージョンの Python をインストールしてください。
environment-start = { $program } を起動できませんでした。
environment-start-hint = 理由は詳細を参照してください。そのフォルダーではプログラムの実行が禁止されている可能性があります。--prefix で別のフォルダーを選んでください。
    .window = 理由は詳細を参照してください。そのフォルダーではプログラムの実行が禁止されている可能性があります。別のフォルダーを選んでください。
environment-wheel-refused = { $wheel } はパッケージにあってはならないものを含んでいるため、インストールされませんでした。
environment-wheel-refused-hint = 内容は詳細を参照してください。発行元に連絡してください。何も変更されていません。
environment-pip = パッケージをインストールできませんでした。
environment-pip-hint = pip からのメッセージは詳細を参照してください。何も変更されていません。再び起きる場合は、発行元に連絡してください。
environment-pip-python = リリースの pip ({ $pip }) は Python { $python } で動作しません。
environment-pip-python-hint = --python で別の Python を指定し、発行元にも連絡してください。
    .window = 別のバージョンの Python をインストールし、発行元にも連絡してください。
environment-hash = 発行元が署名したものではないパッケージがあり、pip が拒否しました。
environment-hash-hint = ディスクまたは別のプログラムがファイルを変更しています。切り替えは行われていません。もう一度試してください。
environment-build = { $package } をこのコンピューターでビルドできませんでした。
environment-build-hint = ビルドのメッセージは詳細を参照してください。多くの場合、ライブラリの開発用ファイルが不足しています。別の Python ならビルド済みパッケージがあるかもしれません。--python を試してください。
    .window = ビルドのメッセージは詳細を参照してください。多くの場合、ライブラリの開発用ファイルが不足しています。別の Python ならビルド済みパッケージがあるかもしれません。
environment-no-headers = { $package } はこのコンピューターでビルドする必要がありますが、{ $python } には C ヘッダーがありません。
environment-no-headers-hint = Python の開発用ファイルをインストールするか (Debian では python3-dev)、--python で別の Python を試してください。
    .window = Python の開発用ファイルをインストールしてください (Debian では python3-dev)。
environment-no-command = リリースにはコマンド「{ $command }」があるはずですが、ありません。
environment-no-command-hint = これは発行元の誤りです。発行元に連絡してください。切り替えは行われていません。
environment-changed = インストール後、{ $path } が正しい状態ではありませんでした。
environment-changed-hint = ディスクまたは別のプログラム (ウイルス対策ソフトなど) がファイルを変更しています。切り替えは行われていません。もう一度試してください。
environment-check = インストールされたパッケージの組み合わせに矛盾があります。
environment-check-hint = これはリリースの誤りです。発行元に連絡してください。切り替えは行われていません。
environment-smoke-test = 新しくインストールしたアプリケーションが起動しません。
environment-smoke-test-hint = アプリケーションからのメッセージは詳細を参照してください。切り替えは行われていません。発行元に連絡してください。
environment-time = インストールの処理に時間がかかりすぎたため、停止しました。
environment-time-hint = コンピューターの負荷が低いときにもう一度試してください。切り替えは行われていません。

activate-launcher-taken = { $path } は別のもののファイルなので、上書きしませんでした。
activate-launcher-taken-hint = 移動または削除してから、もう一度実行してください。
activate-unsafe = { $path } はリンクであるか、別のユーザーのものであるか、ほかの人が書き込める状態です。使用しませんでした。
activate-unsafe-hint = ほかの人の書き込み権限を外すか (chmod go-w)、削除するか、別のフォルダーを選んでください。アプリケーションには --prefix、ダウンロードには変数 XDG_CACHE_HOME を使います。
    .window = ほかの人の書き込み権限を外すか (chmod go-w)、削除するか、別のフォルダーを選んでください。ダウンロードには変数 XDG_CACHE_HOME を使います。
activate-anothers = { $folder } のインストールは別のアカウントのものです: { $owner }。
activate-anothers-hint = 変更や削除ができるのは、そのアカウントだけです。--prefix で別のフォルダーを選んでください。
    .window = 変更や削除ができるのは、そのアカウントだけです。別のフォルダーを選んでください。
activate-damaged-receipt = { $path } が破損しているため、何がインストールに含まれるのか判断できません。
activate-damaged-receipt-hint = このプログラムをコマンドなしで起動してください。アプリケーションがインストールし直され、このファイルも再作成されます。その後で削除してください。
activate-foreign = { $path } は以前から存在し、インストールの一部ではないため、変更しませんでした。
activate-foreign-hint = --prefix で別のフォルダーを選ぶか、移動してからもう一度実行してください。
    .window = 別のフォルダーを選ぶか、移動してからもう一度実行してください。
activate-previous-gone = 戻せるよう保持していたバージョン { $version } は、ファイルまたは Python がなくなったため、起動できません。
activate-previous-gone-hint = インストール済みのバージョンをそのままお使いください。変更は加えられていません。
activate-newer-receipt = { $path } は新しいインストーラーによって書き込まれています。
activate-newer-receipt-hint = そのインストーラーを使用するか、発行元から最新のものを入手してください。

verify-damaged = インストールされているものが { COUNT($count) } か所で正しい状態ではありません。
verify-damaged-hint = 「{ $command }」を実行してください。破損が修復され、あなたのデータはそのまま残ります。
    .window = 「{ window-repair }」を実行してください。破損が修復され、あなたのデータはそのまま残ります。
verify-damaged-anothers = インストールされているものが { COUNT($count) } か所で正しい状態ではありません。
verify-damaged-anothers-hint = 修復できるのは、所有するアカウントだけです: { $owner }。
uninstall-declined = 何も削除されませんでした。
uninstall-declined-hint = アプリケーションはそのまま残ります。削除するには、もう一度実行して「はい」と答えてください。
uninstall-mounted = { $path } に別のドライブが接続されているため、それを含むデータフォルダーは削除しませんでした。
uninstall-mounted-hint = 先にドライブを取り外すか、このフォルダーを除いてアプリケーションを削除してください。

busy = { $folder } で別のインストールが進行中です。
busy-hint = 終わるまで待ってから、もう一度実行してください。--wait SECONDS を指定すると自動で待ちます。
    .window = 終わるまで待ってから、もう一度実行してください。
cancelled = キャンセルしました。以前にインストールされていたものはそのまま残ります。
cancelled-hint = いつでももう一度実行できます。ダウンロード済みのものは保持されます。
internal = このプログラムの内部で問題が発生しました。
internal-hint = これはこちらの不具合です。詳細を添えて報告してください。

log-unwritable = ログ { $path } に書き込めません。
log-unwritable-hint = 書き込み可能なフォルダーのファイルを指定するか、--log を外してください。
