usage-unknown-command = فرمانی به نام «{ $command }» نیست.
usage-unknown-command-hint = { $suggestion ->
    [none] برای دیدن امکانات «quoc --help» را اجرا کنید.
   *[other] آیا منظورتان «{ $suggestion }» بود؟ برای دیدن امکانات «quoc --help» را اجرا کنید.
}
usage-two-commands = «{ $first }» و «{ $second }» دو فرمان‌اند.
usage-two-commands-hint = هر بار یک فرمان بدهید و آن‌ها را یکی پس از دیگری اجرا کنید.
usage-unknown-option = گزینه‌ای به نام «{ $option }» نیست.
usage-unknown-option-hint = { $suggestion ->
    [none] برای دیدن امکانات «quoc --help» را اجرا کنید.
   *[other] آیا منظورتان «{ $suggestion }» بود؟ برای دیدن امکانات «quoc --help» را اجرا کنید.
}
usage-missing-value = گزینهٔ «{ $option }» مقدار لازم دارد.
usage-missing-value-hint = مقدار را پس از آن بنویسید: «{ $option } VALUE». «quoc --help» را ببینید.
usage-surplus-value = گزینهٔ «{ $option }» مقدار نمی‌گیرد.
usage-surplus-value-hint = «{ $option }» را تنها بنویسید. «quoc --help» را ببینید.
usage-bad-value = «{ $value }» برای «{ $option }» معنایی ندارد.
usage-bad-value-hint = برای دیدن آنچه «{ $option }» لازم دارد «quoc --help» را اجرا کنید.
usage-twice = گزینهٔ «{ $option }» دو بار آمده است.
usage-twice-hint = آن را یک بار بنویسید.
usage-conflict = «{ $option }» و «{ $other }» را نمی‌توان با هم به کار برد.
usage-conflict-hint = یکی از آن‌ها را حذف کنید.
usage-bad-profile = نمایهٔ برنامهٔ { $path } قابل استفاده نیست.
usage-bad-profile-hint = پوشه باید profile.toml و root.json خوانا داشته باشد. از کسی که آن را به شما داده است نسخهٔ تازه‌ای بخواهید.
usage-bad-certificates = در { $path } گواهی قابل استفاده‌ای نیست.
usage-bad-certificates-hint = با --ca پرونده‌ای دارای گواهی به شکل PEM را نام ببرید.
usage-no-certificates = پروندهٔ مراجع صدور گواهی { $path } خوانده نمی‌شود.
usage-no-certificates-hint = نام پس از --ca را بررسی کنید: باید پرونده‌ای باشد که اجازهٔ خواندنش را دارید، با گواهی‌هایی به شکل PEM.
usage-bad-proxy = نمی‌توان از { $host } به‌عنوان پیشکار استفاده کرد.
usage-bad-proxy-hint = مقدار --proxy را بررسی کنید.
usage-no-home = این حساب پوشهٔ خانه ندارد.
usage-no-home-hint = HOME را تنظیم کنید، یا با حساب کسی که پوشهٔ خانه دارد اجرا کنید.
usage-no-such-data = { $path } پوشهٔ داده‌های این برنامه نیست.
usage-no-such-data-hint = { $folders ->
    [none] این برنامه پوشه‌ای برای داده‌ها نام نمی‌برد، یا چنین پوشه‌ای نیست.
   *[other] یکی از این‌ها را دقیقاً همان‌طور که اینجا آمده است بنویسید: { $folders }
}
usage-no-consent = برداشتن برنامه به تأیید نیاز دارد و اینجا نمی‌توان از کسی پرسید.
usage-no-consent-hint = اگر می‌خواهید برنامه برداشته شود، دوباره با --yes اجرا کنید.
usage-no-face = پنجره باز نشد و اینجا پایانه‌ای برای پرسیدن نیست.
usage-no-face-hint = آن را در یک پایانه اجرا کنید: { $command }

repository-unreachable = دسترسی به { $place } ممکن نشد، یا پاسخ درستی نداد (هنگام درخواست { $file }).
repository-unreachable-hint = اتصال اینترنت و تنظیمات پیشکار را بررسی کنید و دوباره تلاش کنید. چیزی تغییر نکرد.
repository-not-there = در { $place } انتشاری نیست: پروندهٔ { $file } موجود نیست.
repository-not-there-hint = نشانی را بررسی کنید. اگر درست است، به ناشر برنامه اطلاع دهید.
repository-too-long = { $place } بیش از { BYTES($limit) } فرستاد که حد مجاز { $file } است.
repository-too-long-hint = به خود کارساز یا چیزی در مسیر آن نمی‌توان اعتماد کرد. شبکهٔ دیگری را امتحان کنید و اگر دوباره پیش آمد، به ناشر اطلاع دهید.
repository-offline = انتشارها در { $place } است و --offline اجازه نمی‌دهد آنجا جست‌وجو شود.
repository-offline-hint = بدون --offline اجرا کنید، یا با --repository پوشه‌ای از انتشارها را نام ببرید.

trust-expired = اعتبار امضای ناشر برای «{ $role }» در { $expires } پایان یافت؛ ساعت این رایانه { $now } را نشان می‌دهد.
trust-expired-hint = تاریخ و ساعت این رایانه را بررسی کنید. اگر درست است، ناشر باید امضا را تمدید کند: به او اطلاع دهید و بعداً دوباره تلاش کنید.
trust-clock-behind = اعتبار امضای ناشر برای «{ $role }» در { $expires } پایان یافت. ساعت این رایانه { $now } را نشان می‌دهد، ولی هنگام ساخت یا آخرین اجرای این برنامه زمان { $known } بود.
trust-clock-behind-hint = تاریخ و ساعت این رایانه را بررسی کنید. اگر ساعت پیش‌تر نادرست بود و اکنون درست است، برنامه را بردارید و دوباره نصب کنید.
trust-threshold = «{ $role }» با { COUNT($have) } کلید از { COUNT($need) } کلید لازم امضا شده است.
trust-threshold-hint = از این منبع نصب نکنید. انتشار تغییر کرده است، یا ناشران کافی آن را امضا نکرده‌اند. به ناشر اطلاع دهید.
trust-rollback = کارساز نسخهٔ { $offered } از «{ $role }» را عرضه می‌کند که از نسخهٔ { $trusted } که پیش‌تر دیده شده قدیمی‌تر است.
trust-rollback-hint = کارساز، یا چیزی در مسیر آن، وضعیتی قدیمی نشان می‌دهد. شبکه یا آینهٔ دیگری را امتحان کنید؛ اگر مشکل ادامه داشت، به ناشر اطلاع دهید.
trust-malformed = { $file } شکل پروندهٔ یک ناشر را ندارد.
trust-malformed-hint = شاید صفحهٔ ورود شبکه به جای کارساز پاسخ داده باشد: یک صفحهٔ وب دلخواه باز کنید، وارد شوید و دوباره تلاش کنید. اگر مشکل ادامه داشت، به ناشر اطلاع دهید.
trust-web-page = به جای پروندهٔ ناشر { $file } یک صفحهٔ وب آمد.
trust-web-page-hint = این شبکه احتمالاً از شما می‌خواهد وارد شوید: یک صفحهٔ وب دلخواه باز کنید، وارد شوید و دوباره تلاش کنید.
trust-inconsistent = پرونده‌های ناشر با هم نمی‌خوانند، در { $file }.
trust-inconsistent-hint = شاید همین حالا انتشار تازه‌ای در راه کارساز باشد: چند دقیقهٔ دیگر دوباره تلاش کنید. اگر مشکل ادامه داشت، به ناشر اطلاع دهید.
trust-many-roots = از آخرین بررسی این رایانه، کلیدهای ناشر بیش از { COUNT($limit) } بار عوض شده است.
trust-many-roots-hint = دوباره آغاز کنید: از همین‌جا ادامه می‌یابد.
trust-other-application = این انتشار { $found } است، نه { $expected }.
trust-other-application-hint = نشانی مخزن را بررسی کنید. اگر درست است، به ناشر اطلاع دهید.
trust-unsupported = { $file } چیزی به کار می‌برد که این برنامه پشتیبانی نمی‌کند: { $feature }.
trust-unsupported-hint = تازه‌ترین نصب‌کننده را از ناشر بگیرید.
trust-mismatch = { $file } پرونده‌ای نیست که ناشر امضا کرده است.
trust-mismatch-hint = پرونده تغییر کرده یا آسیب دیده است و استفاده نشد. دوباره یا با شبکهٔ دیگری تلاش کنید؛ اگر مشکل ادامه داشت، به ناشر اطلاع دهید.
trust-too-long = { $file } از { BYTES($limit) } مجاز بزرگ‌تر است.
trust-too-long-hint = پرونده استفاده نشد. به ناشر اطلاع دهید.
trust-floor = کارساز { $offered } را عرضه می‌کند، ولی این نصب‌کننده چیزی پایین‌تر از { $floor } را نمی‌پذیرد.
trust-floor-hint = کارساز، یا چیزی در مسیر آن، وضعیتی قدیمی نشان می‌دهد. شبکه یا آینهٔ دیگری را امتحان کنید؛ اگر مشکل ادامه داشت، به ناشر اطلاع دهید.
trust-newer-format = قالب { $file } { $format } است؛ این برنامه تا { $supported } را می‌خواند.
trust-newer-format-hint = تازه‌ترین نصب‌کننده را از ناشر بگیرید.

plan-older = نسخهٔ { $installed } نصب شده است؛ نسخهٔ قدیمی‌تر { $offered } روی آن نصب نمی‌شود.
plan-older-hint = اگر نسخهٔ قدیمی‌تر را می‌خواهید، ابتدا نسخهٔ نصب‌شده را بردارید. داده‌های شما می‌ماند.
plan-replaced = نسخهٔ { $version } از نو منتشر شده است و کارساز پیشین این دو را عرضه می‌کند.
plan-replaced-hint = کارساز، یا چیزی در مسیر آن، وضعیتی قدیمی نشان می‌دهد. شبکه یا آینهٔ دیگری را امتحان کنید؛ اگر مشکل ادامه داشت، به ناشر اطلاع دهید.
plan-below-floor = نسخهٔ { $offered } مشکلات امنیتی شناخته‌شده دارد؛ ناشر دیگر چیزی پایین‌تر از { $floor } را نمی‌پذیرد.
plan-below-floor-hint = از نسخهٔ جدیدتری استفاده کنید. اگر نیست، به ناشر اطلاع دهید.
plan-not-installed = برنامه اینجا نصب نشده است.
plan-not-installed-hint = ابتدا آن را نصب کنید، یا با --prefix پوشه‌اش را نام ببرید.
plan-no-previous = نسخهٔ قبلی برای بازگشت وجود ندارد.
plan-no-previous-hint = پس از هر به‌روزرسانی یک نسخهٔ قبلی نگه داشته می‌شود، و تنها یکی. آنچه نصب شده است همان‌طور می‌ماند.
plan-other-application = در این پوشه { $installed } است؛ { $offered } را نمی‌توان آنجا نصب کرد.
plan-other-application-hint = با --prefix پوشهٔ دیگری انتخاب کنید.
plan-no-python = Python مناسبی پیدا نشد. لازم: { $needed }.
plan-no-python-hint = چنین Python را از python.org یا با مدیر بستهٔ سیستم نصب کنید، یا یکی را با --python نام ببرید.
plan-other-python = { $asked } درخواست شده بود و قابل استفاده نیست. لازم: { $needed }.
plan-other-python-hint = با --python یک Python دیگر نام ببرید، یا گزینه را حذف کنید تا نمونهٔ مناسبی جست‌وجو شود. آنچه پیدا شد در جزئیات آمده است.
plan-no-wheel = برای این رایانه ({ $platform }، Python { $python }) بستهٔ آماده‌ای نیست: { $packages }.
plan-no-wheel-hint = با --python یک Python دیگر را امتحان کنید. وگرنه از ناشر بخواهید از این رایانه پشتیبانی کند.
plan-no-compiler = این بسته‌ها باید روی این رایانه ساخته شوند، ولی مترجم C کارآمدی با سرآیندهای Python پیدا نشد: { $packages }.
plan-no-compiler-hint = یک مترجم C و پرونده‌های توسعهٔ Python را نصب کنید (در دبیان: build-essential و python3-dev)، یا با --python یک Python دیگر را امتحان کنید.
plan-bad-lock = انتشار دربارهٔ بستهٔ { $package } با خودش تناقض دارد.
plan-bad-lock-hint = این اشتباه ناشر است: به او اطلاع دهید. چیزی تغییر نکرد.

fetch-unreachable = بارگیری { $artifact } ممکن نشد: { $host } در دسترس نبود.
fetch-unreachable-hint = اتصال اینترنت و تنظیمات پیشکار را بررسی کنید و دوباره آغاز کنید: آنچه بارگیری شده است نگه داشته می‌شود.
fetch-server = بارگیری { $artifact } ممکن نشد: { $host } با خطای { $status } پاسخ داد.
fetch-server-hint = بعداً دوباره تلاش کنید: آنچه بارگیری شده است نگه داشته می‌شود.
fetch-not-found = { $artifact } در هیچ‌یک از جاهایی که باید باشد نیست.
fetch-not-found-hint = اگر نمایه، آینه یا پوشه‌ای نام برده‌اید، مطمئن شوید که پرونده آنجاست. وگرنه به ناشر اطلاع دهید.
fetch-cut = هنگام دریافت { $artifact } اتصال قطع شد: { BYTES($have) } از { BYTES($size) } رسیده است.
fetch-cut-hint = دوباره آغاز کنید: بارگیری از جایی که متوقف شد ادامه می‌یابد.
fetch-short = { $artifact } زودتر از موعد پایان یافت: { BYTES($have) } به جای { BYTES($size) }.
fetch-short-hint = کارساز یا پیشکار پرونده‌ای ناقص می‌فرستد. دوباره آغاز کنید، یا از شبکه یا آینهٔ دیگری استفاده کنید.
fetch-too-long = { $artifact } از { BYTES($size) } که ناشر امضا کرده است بزرگ‌تر است.
fetch-too-long-hint = پرونده استفاده نشد. شبکه یا آینهٔ دیگری را امتحان کنید؛ اگر مشکل ادامه داشت، به ناشر اطلاع دهید.
fetch-wrong-hash = { $artifact } از { $host } پرونده‌ای نیست که ناشر امضا کرده است.
fetch-wrong-hash-hint = پرونده در راه تغییر کرده یا آسیب دیده است و استفاده نشد. شبکه یا آینهٔ دیگری را امتحان کنید؛ اگر مشکل ادامه داشت، به ناشر اطلاع دهید.
fetch-login-page = { $host } به جای پرونده با یک صفحهٔ وب پاسخ داد.
fetch-login-page-hint = این شبکه احتمالاً از شما می‌خواهد وارد شوید: یک صفحهٔ وب دلخواه باز کنید، وارد شوید و دوباره آغاز کنید.
fetch-slow = { $host } پروندهٔ { $artifact } را بسیار آهسته می‌فرستد.
fetch-slow-hint = بعداً یا با شبکهٔ دیگری دوباره آغاز کنید: بارگیری از جایی که متوقف شد ادامه می‌یابد.
fetch-redirect = { $host } بارگیری { $artifact } را در دور باطل یا به جایی ناامن هدایت می‌کند.
fetch-redirect-hint = شبکه یا آینهٔ دیگری را امتحان کنید؛ اگر مشکل ادامه داشت، به ناشر اطلاع دهید.
fetch-confused = پاسخ { $host } برای { $artifact } معنایی ندارد.
fetch-confused-hint = بعداً دوباره تلاش کنید، یا آینه یا نمایهٔ دیگری را امتحان کنید.
fetch-tls = { $issuer ->
    [unknown] اتصال به { $host } امن نیست: این رایانه به گواهی آن اعتماد ندارد.
   *[other] اتصال به { $host } امن نیست: گواهی آن را { $issuer } صادر کرده است و این رایانه به آن اعتماد ندارد.
}
fetch-tls-hint = در شرکت‌ها ممکن است شبکه اتصال‌ها را بازرسی کند: مرجع صدور گواهی آن را بخواهید و پرونده‌اش را با --ca نام ببرید. در جاهای دیگر از شبکهٔ دیگری استفاده کنید.
fetch-proxy = { $proxy ->
    [unknown] پیشکار مسیر { $host } نام و گذرواژه می‌خواهد، یا آنچه را داده شده است نمی‌پذیرد.
   *[other] پیشکار { $proxy } نام و گذرواژه می‌خواهد، یا آنچه را داده شده است نمی‌پذیرد.
}
fetch-proxy-hint = آن‌ها را با --proxy http://NAME:PASSWORD@HOST:PORT بدهید.
fetch-proxy-unreachable = پیشکار { $proxy } در دسترس نبود، پس درخواست از { $host } ممکن نشد.
fetch-proxy-unreachable-hint = نام و درگاه پیشکار را بررسی کنید: پس از --proxy، در متغیرهای http_proxy و https_proxy، یا در تنظیمات سیستم. آنچه بارگیری شده است نگه داشته می‌شود.
fetch-login = { $host } نام و گذرواژه می‌خواهد، یا آنچه را داده شده است نمی‌پذیرد.
fetch-login-hint = آن‌ها را در نشانی بدهید، https://NAME:PASSWORD@HOST/…، همان‌جا که نشانی را نام برده‌اید: --index-url، --mirror یا --repository. اگر نشانی نداده‌اید، به ناشر اطلاع دهید.
fetch-offline = { COUNT($count) } پرونده موجود نیست و --offline اجازهٔ بارگیری نمی‌دهد: { $artifacts }
fetch-offline-hint = پرونده‌ها را در پوشه‌ای بگذارید و آن را با --find-links نام ببرید، یا بدون --offline اجرا کنید.

disk-full = در { $folder } جای کافی نیست.
disk-full-hint = جا باز کنید یا پوشهٔ دیگری انتخاب کنید: با --prefix برای برنامه و با متغیر XDG_CACHE_HOME برای بارگیری‌ها. آنچه بارگیری شده است نگه داشته می‌شود.
disk-no-room = در { $folder } به { BYTES($needed) } نیاز است و { BYTES($free) } آزاد است.
disk-no-room-hint = جا باز کنید یا پوشهٔ دیگری انتخاب کنید: با --prefix برای برنامه و با متغیر XDG_CACHE_HOME برای بارگیری‌ها. آنچه بارگیری شده است نگه داشته می‌شود.
disk-rights = اجازهٔ نوشتن در { $path } نیست.
disk-rights-hint = مجوزهایش را تغییر دهید، یا با --prefix پوشهٔ دیگری انتخاب کنید. مجوز مدیر سیستم لازم نیست.
disk-foreign-home = پوشهٔ خانهٔ { $path } مال حسابی غیر از حسابی است که این برنامه را اجرا می‌کند. چیزی در آن نوشته نشد.
disk-foreign-home-hint = بدون sudo اجرا کنید؛ مجوز مدیر سیستم لازم نیست. برای نصب برای خود این حساب، از sudo -H استفاده کنید.
disk-name = نمی‌توان { $path } را ساخت: نام بسیار بلند است، یا نویسه‌هایی دارد که آنجا مجاز نیست.
disk-name-hint = با --prefix پوشه‌ای با نام کوتاه‌تر و نزدیک به بالای دیسک انتخاب کنید.
disk-no-rename = پرونده‌های { $folder } را نمی‌توان تغییر نام داد.
disk-no-rename-hint = پوشه‌ای روی دیسک دیگری انتخاب کنید: با --prefix برای برنامه و با متغیر XDG_CACHE_HOME برای بارگیری‌ها.
disk-no-links = در { $folder } نمی‌توان پیوند نمادین ساخت و برنامه به آن نیاز دارد.
disk-no-links-hint = با --prefix پوشه‌ای روی دیسک دیگری انتخاب کنید؛ حافظه‌های USB و گرداننده‌های شبکه اغلب پیوند ندارند.
disk-no-locks = پرونده‌های { $folder } را نمی‌توان قفل کرد، پس دو نصب ممکن است مزاحم هم شوند.
disk-no-locks-hint = پوشه‌ای روی دیسک خود این رایانه انتخاب کنید: با --prefix برای برنامه و با متغیر XDG_CACHE_HOME برای بارگیری‌ها.
disk-no-execution = اجرای برنامه‌ها در { $folder } مجاز نیست، پس برنامه آنجا اجرا نمی‌شود.
disk-no-execution-hint = با --prefix پوشه‌ای انتخاب کنید که اجرای برنامه‌ها در آن مجاز باشد.
disk-no-room-for-files = حدود { COUNT($needed) } پرونده باید در { $folder } ساخته شود و دیسک تنها برای { COUNT($free) } پروندهٔ دیگر جا دارد.
disk-no-room-for-files-hint = پرونده‌هایی را از آنجا پاک کنید، یا با --prefix پوشه‌ای روی دیسک دیگری انتخاب کنید.
disk-path-too-long = مسیر { $folder } بسیار بلند است: حداکثر { COUNT($most) } نویسه مجاز است تا بتوان پرونده‌های درون آن را نام‌گذاری کرد.
disk-path-too-long-hint = با --prefix پوشه‌ای با مسیر کوتاه‌تر انتخاب کنید.
disk-names-too-short = نام پرونده‌ها در { $folder } حداکثر { COUNT($most) } نویسه می‌تواند داشته باشد؛ { COUNT($needed) } نویسه لازم است. پوشه‌های رمزگذاری‌شده اغلب چنین‌اند.
disk-names-too-short-hint = با متغیر XDG_CACHE_HOME پوشهٔ دیگری برای بارگیری‌ها انتخاب کنید.
disk-other = خواندن یا نوشتن { $path } ممکن نشد.
disk-other-hint = آنچه سیستم گفت در جزئیات آمده است. ببینید آیا چیز دیگری آنجاست یا از آن استفاده می‌کند و دوباره تلاش کنید؛ در ویندوز شاید ضدویروس پرونده را نگه داشته باشد.

limit-open-files = این حساب تنها می‌تواند { COUNT($limit) } پرونده را هم‌زمان باز داشته باشد؛ { COUNT($needed) } پرونده لازم است.
limit-open-files-hint = این حد را بالا ببرید («ulimit -n»)، یا از مسئول این رایانه بخواهید.
limit-file-size = این حساب تنها می‌تواند پرونده‌هایی تا { BYTES($limit) } بنویسد؛ { BYTES($needed) } لازم است.
limit-file-size-hint = این حد را بالا ببرید («ulimit -f»)، یا از مسئول این رایانه بخواهید.

environment-runtime = Python همراه انتشار باز نشد یا اجرا نمی‌شود.
environment-runtime-hint = Python را از python.org نصب کنید و با --python نام ببرید، و به ناشر اطلاع دهید.
environment-create = Python نتوانست محیطی برای برنامه بسازد.
environment-create-hint = دلیل در جزئیات آمده است. با --python یک Python دیگر را امتحان کنید، یا با --prefix پوشهٔ دیگری را.
environment-start = اجرای { $program } ممکن نشد.
environment-start-hint = دلیل در جزئیات آمده است. شاید اجرای برنامه‌ها در آن پوشه ممنوع باشد: با --prefix پوشهٔ دیگری انتخاب کنید.
environment-wheel-refused = در { $wheel } چیزی هست که در هیچ بسته‌ای نباید باشد، و نصب نشد.
environment-wheel-refused-hint = جزئیات می‌گوید چه چیزی. به ناشر اطلاع دهید. چیزی تغییر نکرد.
environment-pip = نصب بسته‌ها ممکن نشد.
environment-pip-hint = آنچه pip گفت در جزئیات آمده است. چیزی تغییر نکرد. اگر دوباره پیش آمد، به ناشر اطلاع دهید.
environment-pip-python = pip این انتشار ({ $pip }) روی Python { $python } اجرا نمی‌شود.
environment-pip-python-hint = با --python یک Python دیگر نام ببرید و به ناشر اطلاع دهید.
environment-hash = یکی از بسته‌ها آن نیست که ناشر امضا کرده است؛ pip آن را رد کرد.
environment-hash-hint = دیسک، یا برنامه‌ای دیگر، پرونده‌ها را تغییر می‌دهد. نسخهٔ مورد استفاده عوض نشد. دوباره تلاش کنید.
environment-build = ساختن { $package } روی این رایانه ممکن نشد.
environment-build-hint = پیام‌های ساخت در جزئیات آمده است؛ اغلب پرونده‌های توسعهٔ یک کتابخانه موجود نیست. شاید برای Python دیگری بستهٔ آماده باشد: --python را امتحان کنید.
environment-no-headers = باید { $package } روی این رایانه ساخته شود، ولی { $python } سرآیندهای C ندارد.
environment-no-headers-hint = پرونده‌های توسعهٔ Python را نصب کنید (در دبیان: python3-dev)، یا با --python یک Python دیگر را امتحان کنید.
environment-no-command = انتشار فرمان «{ $command }» را ندارد، هرچند آن را اعلام کرده است.
environment-no-command-hint = این اشتباه ناشر است: به او اطلاع دهید. نسخهٔ مورد استفاده عوض نشد.
environment-changed = پس از نصب، { $path } آن‌طور که باید نبود.
environment-changed-hint = دیسک، یا برنامه‌ای دیگر (ضدویروس؟)، پرونده‌ها را تغییر می‌دهد. نسخهٔ مورد استفاده عوض نشد. دوباره تلاش کنید.
environment-check = بسته‌های نصب‌شده با هم نمی‌خوانند.
environment-check-hint = این اشتباهی در انتشار است: به ناشر اطلاع دهید. نسخهٔ مورد استفاده عوض نشد.
environment-smoke-test = برنامهٔ تازه‌نصب‌شده آغاز نمی‌شود.
environment-smoke-test-hint = آنچه برنامه گفت در جزئیات آمده است. نسخهٔ مورد استفاده عوض نشد. به ناشر اطلاع دهید.
environment-time = یکی از گام‌های نصب بیش از حد طول کشید و متوقف شد.
environment-time-hint = وقتی رایانه کمتر مشغول است دوباره تلاش کنید. نسخهٔ مورد استفاده عوض نشد.

activate-launcher-taken = { $path } مال چیز دیگری است و رونویسی نشد.
activate-launcher-taken-hint = آن را جابه‌جا یا پاک کنید و دوباره آغاز کنید.
activate-unsafe = { $path } پیوند است، مال کس دیگری است، یا دیگران می‌توانند در آن بنویسند. از آن استفاده نشد.
activate-unsafe-hint = اجازهٔ نوشتن را از دیگران بگیرید (chmod go-w)، آن را پاک کنید، یا پوشهٔ دیگری انتخاب کنید: با --prefix برای برنامه، با متغیر XDG_CACHE_HOME برای بارگیری‌ها.
activate-damaged-receipt = { $path } آسیب دیده است، پس معلوم نیست چه چیزهایی مال این نصب است.
activate-damaged-receipt-hint = این برنامه را بدون فرمان اجرا کنید: برنامه را از نو نصب می‌کند و این پرونده را دوباره می‌نویسد. سپس آن را بردارید.
activate-foreign = { $path } از پیش آنجا بود و بخشی از هیچ نصبی نیست؛ به آن دست زده نشد.
activate-foreign-hint = با --prefix پوشهٔ دیگری انتخاب کنید، یا آن را جابه‌جا کنید و دوباره آغاز کنید.
activate-previous-gone = نسخهٔ { $version } که برای بازگشت نگه داشته شده بود دیگر آغاز نمی‌شود: پرونده‌ها یا Python آن دیگر نیست.
activate-previous-gone-hint = روی نسخهٔ نصب‌شده بمانید؛ به آن دست زده نشد.
activate-newer-receipt = نصب‌کنندهٔ جدیدتری { $path } را نوشته است.
activate-newer-receipt-hint = از همان نصب‌کننده استفاده کنید، یا تازه‌ترین را از ناشر بگیرید.

verify-damaged = آنچه نصب شده است در { COUNT($count) } جا آن‌طور که باید نیست.
verify-damaged-hint = «repair» را اجرا کنید: آسیب‌ها را تعمیر می‌کند و به داده‌های شما دست نمی‌زند.
uninstall-declined = چیزی برداشته نشد.
uninstall-declined-hint = برنامه همان‌طور که بود می‌ماند. برای برداشتن آن دوباره اجرا کنید و پاسخ بله بدهید.
uninstall-mounted = درایو دیگری در { $path } متصل است؛ برای همین پوشهٔ داده‌ای که آن را در بر دارد برداشته نشد.
uninstall-mounted-hint = نخست درایو را جدا کنید، یا برنامه را بدون این پوشه بردارید.

busy = نصب دیگری در { $folder } در جریان است.
busy-hint = صبر کنید تا پایان یابد و دوباره آغاز کنید؛ --wait SECONDS خودش صبر می‌کند.
cancelled = لغو شد. آنچه پیش‌تر نصب بود همان‌طور می‌ماند.
cancelled-hint = هر وقت خواستید دوباره آغاز کنید: آنچه بارگیری شده است نگه داشته می‌شود.
internal = در درون این برنامه خطایی رخ داد.
internal-hint = این اشتباه ماست. لطفاً آن را همراه با جزئیات گزارش دهید.

log-unwritable = نوشتن گزارش { $path } ممکن نیست.
log-unwritable-hint = پرونده‌ای را در پوشه‌ای نام ببرید که اجازهٔ نوشتن در آن را دارید، یا --log را حذف کنید.
