plan-publisher = {"  "}ناشر: { $publisher }؛ امضاشده با { COUNT($signed) } کلید از { COUNT($keys) } کلید ({ COUNT($threshold) } کلید لازم است)
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}بسته‌ها: { COUNT($packages) } ({ BYTES($size) }، که { BYTES($fetch) } آن باید بارگیری شود)
plan-builds = {"  "}روی این رایانه ساخته می‌شود: { $packages }
plan-running = {"  "}در حال اجرا: { $programs }. با همان نسخه‌ای که آغاز شده است ادامه می‌دهد و چیزی که لازم دارد برداشته نمی‌شود.
plan-go-back-data = {"  "}داده‌های شما همان‌طور که هست می‌ماند. شاید نسخهٔ قدیمی‌تر آنچه را نسخهٔ جدیدتر نوشته است نفهمد: اگر مهم است، ابتدا نسخهٔ پشتیبان بگیرید.
plan-folder = {"  "}پوشه: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = نسخهٔ { $version } نصب شد.
outcome-upgrade = نسخهٔ { $version } نصب شد؛ نسخهٔ قبلی هنوز هست: «{ $command }» به آن برمی‌گردد.
outcome-upgrade-later = نسخهٔ { $version } هنوز در حال اجراست؛ نسخهٔ { $pending } آماده است و این برنامه در اجرای بعدی به آن می‌رود.
outcome-go-back = نسخهٔ { $version } دوباره نصب شد. نسخه‌ای که از آن برگشتید نگه داشته شده است: «{ $command }» به آن برمی‌گردد.
outcome-repair = نسخهٔ { $version } از نو نصب شد.
outcome-mend = نسخهٔ { $version } دوباره سالم است.
outcome-verify = چیزی آسیب ندیده است: نسخهٔ { $version } همان‌طور است که نصب شده بود.
outcome-up-to-date = نسخهٔ { $version } نصب شده و به‌روز است.
outcome-left-aside = نسخهٔ { $version } نصب شده است. شما از { $newer } برگشته‌اید، پس آن نسخه خودبه‌خود نصب نمی‌شود: «{ $command }» آن را نصب می‌کند.
outcome-running = هنوز با نسخهٔ قبلی در حال اجراست: { $programs }. برای استفاده از این نسخه دوباره آغازش کنید.
outcome-uninstall = برداشته شد.
outcome-commands = برای اجرا: { $commands }
outcome-not-on-path = پوشهٔ { $folder } در PATH نیست. آن را به PATH بیفزایید تا نیازی به نوشتن پوشه نباشد.
outcome-path-line = برای اجرا تنها با نام، این خط را به { $file } بیفزایید، یا این برنامه را دوباره با --add-to-path اجرا کنید:
outcome-path-added = پوشهٔ فرمان‌ها در { $file } به PATH افزوده شد. برای استفاده از آن پایانهٔ تازه‌ای باز کنید.
failure-message = خطا: { $message } [{ $code }]
failure-hint = آنچه می‌توانید بکنید: { $hint }
failure-details = جزئیات:

findings-compared = نسخهٔ { $version }: { COUNT($files) } پرونده مقایسه شد ({ BYTES($size) })؛ { COUNT($signed) } بسته از { COUNT($packages) } بسته با آنچه ناشر امضا کرده است و بقیه با فهرست نصب
findings-mended = تعمیر شد ({ COUNT($count) }):
findings-more = {"  "}و { COUNT($count) } مورد دیگر؛ --json همه را نشان می‌دهد

check-up-to-date = { $name } { $installed } به‌روز است.
check-upgrade = می‌توان { $name } { $offered } را نصب کرد؛ نسخهٔ { $installed } نصب شده است.
check-upgrade-size = می‌توان { $name } { $offered } را نصب کرد ({ BYTES($size) } بارگیری)؛ نسخهٔ { $installed } نصب شده است.
check-security = نسخهٔ { $installed } مشکلات امنیتی شناخته‌شده دارد.
check-obstacle = {"  "}در وضعیت کنونی نمی‌توان آن را روی این رایانه نصب کرد [{ $code }].

removal-goes = این برداشته می‌شود: { $name } { $version }
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = این‌ها می‌ماند:
removal-data = {"  "}داده‌های شما در { $path } ({ BYTES($size) })؛ --remove-data { $path } آن را هم برمی‌دارد
removal-data-goes = {"  "}داده‌های شما در { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }، که از آن زمان تغییر کرده یا مال این برنامه نیست
removal-downloads = {"  "}بارگیری‌هایی که چیز دیگری لازمشان ندارد ({ BYTES($size) })؛ --remove-downloads آن‌ها را هم برمی‌دارد
removal-downloads-goes = {"  "}بارگیری‌هایی که چیز دیگری لازمشان ندارد ({ BYTES($size) })

status-nothing = چیزی نصب نشده است.
status-installed = { $name } { $version }، نصب‌شده در { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}بسته‌ها: { COUNT($packages) }
status-previous = {"  "}نگه‌داشته‌شده برای بازگشت: { $version }
status-file = {"  "}بیرون از پوشه‌اش: { $path }
shell-line = سطری در { $path } که فرمان‌ها را به PATH می‌افزاید

note-locale = متن‌ها به زبان «{ $asked }» موجود نیست. زبان‌های موجود: { $known }
note-log = گزارش این اجرا: { $path }
note-anothers = مال حساب دیگری است، { $owner }، و تنها نگاه می‌شود.
note-no-desktop = اینجا پوشهٔ رومیزی نیست، پس --desktop-shortcut اثری ندارد.

ask-uninstall = { $name } از { $folder } برداشته شود؟
ask-remove-data = داده‌های شما در { $path } ({ BYTES($size) }) هم برداشته شود؟ این کار برگشت‌پذیر نیست.
ask-remove-downloads = بارگیری‌هایی که چیز دیگری لازمشان ندارد ({ BYTES($size) }) هم برداشته شود؟
answer-choices = [ب/خ]
answer-yes = ب بله آری y yes

help-about = یک برنامهٔ Python را از انتشارهای امضاشده نصب می‌کند و به‌روز نگه می‌دارد.
help-usage = روش استفاده: { $program } [COMMAND] [OPTIONS]
help-commands = فرمان‌ها:
help-command-none = بدون فرمان: نصب، به‌روزرسانی یا تکمیل، هرچه لازم باشد
help-command-install = نصب برنامه
help-command-upgrade = نصب انتشار جدیدتر، اگر باشد
help-command-repair = تعمیر آسیب‌های انتشار نصب‌شده
help-command-go-back = بازگشت به نسخهٔ قبلی؛ شبکه لازم ندارد
help-command-verify = مقایسهٔ همهٔ پرونده‌های نصب‌شده با آنچه منتشر شده است
help-command-check = گفتن اینکه آیا انتشار جدیدتری هست
help-command-status = نشان دادن آنچه نصب شده است
help-command-uninstall = برداشتن برنامه؛ داده‌های شما می‌ماند
help-options = گزینه‌ها:
help-prefix = نصب در این پوشه
help-python = استفاده از این Python، یا از Python با این نسخه
help-repository = گرفتن انتشارها از اینجا
help-profile = نصب برنامه‌ای دیگر: پوشه‌ای با profile.toml و root.json
help-index-url = بارگیری بسته‌ها تنها از این نمایه
help-mirror = ابتدا امتحان این آینهٔ files.pythonhosted.org؛ تکرارپذیر است
help-find-links = ابتدا جست‌وجوی بسته‌ها در این پوشه؛ تکرارپذیر است
help-offline = استفاده نکردن از شبکه
help-proxy = استفاده از این پیشکار، http://NAME:PASSWORD@HOST:PORT
help-ca = اعتماد به مراجع صدور گواهی این پرونده نیز
help-later = تا وقتی برنامه در حال اجراست، تنها آماده کردن نسخهٔ جدید: اجرای بعدی به آن می‌رود
help-wait = مدت انتظار برای نصب دیگری که در جریان است؛ وگرنه ده دقیقه، یا با --silent یا --json هیچ
help-face = نشان دادن پنجره («window») یا استفاده از پایانه («terminal»)
help-menu = موردی در فهرست برنامه‌ها (ساخته می‌شود مگر با --no-menu)
help-desktop-shortcut = نقشکی روی رومیزی (تنها اگر خواسته شود)
help-add-to-path = تا پوسته فرمان‌ها را پیدا کند: افزودن پوشهٔ آن‌ها به PATH؛ برای به‌روزرسانی‌ها به یاد می‌ماند
help-silent = چیزی جز خطاها نگفتن و چیزی نپرسیدن
help-json = گفتن همه‌چیز به شکل خط‌های JSON
help-yes = پاسخ بله به پرسش پیش از برداشتن
help-anew = با repair: نصب همه‌چیز از نو
help-remove-data = با uninstall: برداشتن این پوشه از داده‌های شما نیز؛ تکرارپذیر است
help-remove-downloads = با uninstall: برداشتن بارگیری‌ها نیز
help-locale = استفاده از این زبان، مانند de
help-log = نوشتن گزارش
help-replay = نشان دادن آنچه --json ثبت کرده است در پنجره؛ چیزی نصب نمی‌شود
help-version = نشان دادن نسخهٔ این برنامه
help-help = نشان دادن این صفحه
help-exit =
    وضعیت خروج: 0 انجام شد یا کاری نبود، 2 روش استفاده، 10 شبکه، 11 رد شد برای ایمنی،
    12 انتشار قدیمی‌تر رد شد، 13 Python مناسب نیست، 14 wheel یا مترجم نیست، 15 دیسک یا مجوزها،
    16 محیط، 17 مشغول، 18 نصب نشده، 19 آسیب‌دیده، 100 «check» به‌روزرسانی یافت،
    70 خطای داخلی، 130 لغو شد.
