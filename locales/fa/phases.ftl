phase-verifying = مقایسهٔ همهٔ پرونده‌ها با آنچه نصب شده است
phase-mending = جست‌وجوی آسیب‌ها و تعمیر آن‌ها
phase-judging = بررسی امضاها
phase-planning = جست‌وجوی Python مناسب
phase-fetching = در حال بارگیری
phase-building = ساخت بسته‌ها
phase-installing = نصب بسته‌ها
phase-checking = بررسی نصب
phase-activating = رفتن به نسخهٔ جدید
phase-removing = برداشتن برنامه

action-install = نصب { $name } { $version }
action-upgrade = به‌روزرسانی { $name } از { $installed } به { $version }
action-upgrade-later = آماده کردن { $name } { $version } در کنار نسخهٔ در حال اجرا
action-go-back = بازگشت به { $name } { $version }
action-repair = تعمیر { $name } { $version }
action-mend = رفع آسیب‌های { $name } { $version }
action-verify = مقایسهٔ { $name } { $version }
action-up-to-date = { $name } { $version } به‌روز است
action-uninstall = برداشتن { $name } { $version }

waiting = نصب دیگری از این برنامه در جریان است؛ تا { DURATION($left) } برای پایان آن صبر می‌شود
running-process = { $program } (فرایند { $pid })
removal-running = در حال اجرا: { $programs }. ابتدا برنامه را ببندید؛ بدون پرونده‌هایش ممکن است آنچه در حال اجراست از کار بیفتد.

progress-bytes = { BYTES($have) } از { BYTES($size) }
progress-bytes-speed = { BYTES($have) } از { BYTES($size) }، { BYTES($speed) } در ثانیه
progress-bytes-left = { BYTES($have) } از { BYTES($size) }، { BYTES($speed) } در ثانیه، حدود { DURATION($left) } مانده
progress-packages = { COUNT($done) } از { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } از { COUNT($total) }: { $package }، حدود { DURATION($left) } مانده
progress-building = { $package }
retrying = { $artifact }: تلاش { COUNT($attempt) } تا { DURATION($wait) } دیگر
transfer = { $artifact }: { BYTES($have) } از { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: تلاش { COUNT($attempt) }
waiting-network = در انتظار شبکه
waiting-network-next = در انتظار شبکه؛ تلاش بعدی تا { DURATION($wait) } دیگر

menu-manage = به‌روزرسانی یا برداشتن

finding-changed = { $path }: آن‌طور که نصب شده بود نیست
finding-missing = { $path }: موجود نیست
finding-foreign = { $path }: مال برنامه نیست
finding-rights = { $path }: کسانی جز آن‌هایی که هنگام نصب مجاز بودند می‌توانند آن را تغییر دهند یا به کار ببرند
finding-launcher = { $path }: برنامه را آغاز نمی‌کند
finding-pointer = { $path }: به نسخهٔ نصب‌شده نمی‌رسد
finding-python = { $path }: این Python دیگر نیست، یا اکنون نسخهٔ دیگری است
finding-record = { $path }: فهرست آنچه نصب شده بود موجود نیست یا تغییر کرده است
