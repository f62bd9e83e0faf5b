window-caption = برپاسازی { $name }

window-install = نصب
window-upgrade = به‌روزرسانی
window-repair = تعمیر
window-go-back = بازگشت
window-uninstall = برداشتن
window-cancel = لغو
window-language = زبان
window-close = بستن
window-later = پس از بستن آن
window-open = باز کردن
window-back = قبلی
window-continue = ادامه
window-try-again = تلاش دوباره
window-copy = رونوشت
window-copy-details = رونوشت جزئیات
window-stop = توقف
window-stop-close = توقف و بستن
window-go-on = ادامه دادن

window-step = { $step }…
window-nothing-changed = هنوز چیزی تغییر نکرده است.
window-going-on = ادامه از جایی که متوقف شد…
window-stopping = در حال توقف…

window-offer-install = نصب { $name }
window-offer-upgrade = به‌روزرسانی { $name }
window-offer-repair = تعمیر { $name }
window-offer-go-back = بازگشت به { $name } قبلی؟
window-offer-uninstall = { $name } برداشته شود؟
window-consequence-upgrade = نسخهٔ نصب‌شده تا وقتی نسخهٔ جدید به‌خوبی آغاز شود می‌ماند، و سپس برای بازگشت نگه داشته می‌شود.
window-consequence-repair = آنچه آسیب دیده یا نیست جایگزین می‌شود. به داده‌های شما دست زده نمی‌شود.
window-consequence-go-back = دوباره از نسخهٔ { $version } استفاده می‌شود. شاید داده‌هایی که نسخهٔ جدیدتر تغییر داده است در آن باز نشود: ناشر می‌داند.
window-consequence-uninstall = برنامه و همهٔ آنچه با آن نصب شده است از این رایانه برداشته می‌شود.

window-version = نسخهٔ { $version }
window-version-size = نسخهٔ { $version } · { BYTES($size) } بارگیری
window-verified = ناشر تأییدشده: { $publisher }
window-fact-signed = امضاها
window-signed = { COUNT($signed) } کلید از { COUNT($keys) } کلید، { COUNT($threshold) } کلید لازم است
window-fact-download = بارگیری
window-download = { BYTES($size) } در { COUNT($packages) } بسته
window-download-none = هیچ، همه‌چیز اینجاست
window-fact-disk = روی دیسک
window-disk = حدود { BYTES($size) }
window-fact-folder = پوشه

window-options = گزینه‌ها
window-folder = پوشهٔ نصب
window-switch-start = آغاز { $name } وقتی آماده شد
window-switch-menu = افزودن به فهرست
window-switch-desktop = افزودن نقشک به رومیزی
window-switch-path = تا پایانه‌ها فرمان‌هایش را پیدا کنند (افزودن به PATH)

window-now-install = در حال نصب { $name }
window-now-upgrade = در حال به‌روزرسانی { $name }
window-now-repair = در حال تعمیر { $name }
window-now-go-back = در حال بازگشت به { $name } قبلی
window-now-uninstall = در حال برداشتن { $name }

window-speed = { BYTES($speed) } در ثانیه
window-left = حدود { DURATION($left) } مانده
window-speed-left = { BYTES($speed) } در ثانیه · حدود { DURATION($left) } مانده
window-waiting = در انتظار شبکه. خودبه‌خود ادامه می‌یابد.

window-details = جزئیات
window-arrived = { $artifact } رسید، { BYTES($size) }
window-building = { $package } ساخته شد
window-installed = { $package } نصب شد

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = نسخهٔ { $version } نصب شده است
window-news-none = به‌روز است.
window-news-upgrade = نسخهٔ { $version } موجود است، { BYTES($size) } بارگیری.
window-news-left-aside = کار می‌کند. نسخهٔ { $version } جدیدتر است؛ شما از آن برگشته‌اید.
window-news-broken = بخشی از آن آسیب دیده است یا نیست، و می‌توان تعمیرش کرد.
window-news-unknown = معلوم نشد که آیا نسخهٔ جدیدتری هست.
window-about-repair = آنچه آسیب دیده یا نیست جایگزین می‌شود.
window-about-go-back = دوباره از نسخهٔ { $version } که هنوز اینجاست استفاده می‌شود.
window-about-uninstall = داده‌های شما می‌ماند، مگر اینکه جز این بخواهید.
window-running = در حال اجرا: { $programs }. تا وقتی بسته شود با همان نسخه‌ای که آغاز شده است ادامه می‌دهد.

window-goes-size = این‌ها برداشته می‌شود ({ BYTES($size) }):
window-data = این‌ها می‌ماند، مگر اینکه اینجا روشنشان کنید:
window-data-remove = برداشتن داده‌های شما در { $folder } نیز ({ BYTES($size) })
window-downloads-remove = برداشتن بارگیری‌هایی که چیز دیگری لازمشان ندارد ({ BYTES($size) })

window-ready = { $name } آماده است
window-removed = { $name } برداشته شد
window-removed-kept = به داده‌های شما دست زده نشد.
window-removed-data = داده‌هایی که انتخاب کردید نیز برداشته شد.
window-done-install = همه‌چیز بررسی شد و کار می‌کند.
window-done-upgrade = نسخهٔ جدید بررسی شد و کار می‌کند. نسخهٔ قبلی برای بازگشت نگه داشته می‌شود.
window-done-repair = همه‌چیز بررسی شد و دوباره کار می‌کند.
window-done-go-back = دوباره از نسخهٔ قبلی استفاده می‌شود.
window-done-nothing = چیزی آسیب ندیده بود و کاری لازم نبود.
window-done-later = نسخهٔ { $version } آماده است. این برنامه در اجرای بعدی به آن می‌رود.
window-still-running = هنوز با نسخهٔ قبلی در حال اجراست: { $programs }. برای استفاده از این نسخه دوباره آغازش کنید.
window-type-this = برای اجرا، این را در پایانه بنویسید:
window-copied = رونوشت شد
window-where = فرمان‌هایش در { $folder } است.
window-not-on-path = فرمان‌هایش در { $folder } است که در PATH نیست: تا وقتی افزوده شود، در پایانه باید مسیر کامل را نوشت.
window-stopped = متوقف شد
window-stopped-kept = چیزی تغییر نکرد. آنچه بارگیری شد نگه داشته می‌شود و دفعهٔ بعد از همان‌جا ادامه می‌یابد.

window-failed = نصب { $name } ممکن نشد
window-failed-network = اتصالی نیست
window-failed-refused = برای ایمنی شما نصب نشد
window-failed-older = نسخهٔ قدیمی‌تر رد شد
window-failed-python = Python مناسب موجود نیست
window-failed-package = یکی از بسته‌ها برای این رایانه موجود نیست
window-failed-disk = مشکل از دیسک یا پوشه است
window-failed-busy = نصب دیگری در جریان است
window-failed-removal = برداشتن { $name } ممکن نشد
window-failed-repair = تعمیر { $name } ممکن نشد
window-failed-go-back = بازگشت به { $name } قبلی ممکن نشد
window-code = جزئیات ({ $code })
window-tries-in = تلاش دوباره تا { DURATION($left) } دیگر
window-kept = آنچه بارگیری شد نگه داشته می‌شود.
window-support = راهنما: { $support }

window-proxy-name = نام برای پیشکار
window-proxy-password = گذرواژه

window-ask-cancel = اینجا متوقف شود؟
window-ask-close = متوقف شود و پنجره بسته شود؟
window-ask-kept = آنچه بارگیری شد نگه داشته می‌شود و دفعهٔ بعد از همان‌جا ادامه می‌یابد.
window-ask-undone = آنچه آغاز شده است برگردانده می‌شود. آنچه پیش‌تر نصب بود همان‌طور می‌ماند.
