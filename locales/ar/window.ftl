window-caption = إعداد { $name }

window-install = تثبيت
window-upgrade = تحديث
window-repair = إصلاح
window-go-back = عودة
window-uninstall = إزالة
window-cancel = إلغاء
window-language = اللغة
window-close = إغلاق
window-later = بعد إغلاقه
window-open = فتح
window-back = رجوع
window-continue = متابعة
window-try-again = إعادة المحاولة
window-copy = نسخ
window-copy-details = نسخ التفاصيل
window-stop = إيقاف
window-stop-close = إيقاف وإغلاق
window-go-on = مواصلة

window-step = { $step }…
window-nothing-changed = لم يتغيّر شيء بعد.
window-going-on = جارٍ الاستئناف من حيث توقف…
window-stopping = جارٍ الإيقاف…

window-offer-install = تثبيت { $name }
window-offer-upgrade = تحديث { $name }
window-offer-repair = إصلاح { $name }
window-offer-go-back = العودة إلى { $name } السابق؟
window-offer-uninstall = إزالة { $name }؟
window-consequence-upgrade = يبقى الإصدار المثبَّت حتى يبدأ الجديد بنجاح، ثم يُحفظ للعودة إليه.
window-consequence-repair = يُستبدل ما تلف أو فُقد. لا تُمس بياناتك.
window-consequence-go-back = يُستخدم الإصدار { $version } من جديد. قد لا تُفتح فيه البيانات التي غيّرها الإصدار الأحدث: الناشر أعلم بذلك.
window-consequence-uninstall = يُزال التطبيق وكل ما ثُبّت معه من هذا الحاسوب.

window-version = الإصدار { $version }
window-version-size = الإصدار { $version } · { BYTES($size) } للتنزيل
window-verified = ناشر موثَّق: { $publisher }
window-fact-signed = التواقيع
window-signed = { COUNT($signed) } من أصل { COUNT($keys) }، والمطلوب { COUNT($threshold) }
window-fact-download = التنزيل
window-download = { $packages ->
    [zero] { BYTES($size) }، بلا حزم ({ COUNT($packages) })
    [one] { BYTES($size) } في حزمة واحدة
    [two] { BYTES($size) } في حزمتين
    [few] { BYTES($size) } في { COUNT($packages) } حزم
    [many] { BYTES($size) } في { COUNT($packages) } حزمة
   *[other] { BYTES($size) } في { COUNT($packages) } حزمة
}
window-download-none = لا شيء، كل شيء موجود هنا
window-fact-disk = على القرص
window-disk = نحو { BYTES($size) }
window-fact-folder = المجلد

window-options = الخيارات
window-folder = مجلد التثبيت
window-switch-start = تشغيل { $name } حين يصبح جاهزًا
window-switch-menu = إضافته إلى القائمة
window-switch-desktop = إضافة أيقونة إلى سطح المكتب
window-switch-path = تمكين الطرفيات من إيجاد أوامره (إضافتها إلى PATH)

window-now-install = جارٍ تثبيت { $name }
window-now-upgrade = جارٍ تحديث { $name }
window-now-repair = جارٍ إصلاح { $name }
window-now-go-back = جارٍ العودة إلى { $name } السابق
window-now-uninstall = جارٍ إزالة { $name }

window-speed = { BYTES($speed) }/ث
window-left = بقي نحو { DURATION($left) }
window-speed-left = { BYTES($speed) }/ث · بقي نحو { DURATION($left) }
window-waiting = بانتظار الشبكة. سيُستأنف العمل تلقائيًا.

window-details = التفاصيل
window-arrived = وصل { $artifact }، { BYTES($size) }
window-building = تم بناء { $package }
window-installed = تم تثبيت { $package }

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = الإصدار { $version } مثبَّت
window-news-none = هو محدَّث.
window-news-upgrade = يتوفر الإصدار { $version }، { BYTES($size) } للتنزيل.
window-news-left-aside = يعمل جيدًا. الإصدار { $version } أحدث، وقد رجعت عنه.
window-news-broken = جزء منه تالف أو مفقود، ويمكن إصلاحه.
window-news-unknown = تعذّرت معرفة ما إذا كان هناك إصدار أحدث.
window-about-repair = يستبدل ما تلف أو فُقد.
window-about-go-back = يستخدم من جديد الإصدار { $version } الذي ما زال هنا.
window-about-uninstall = تبقى بياناتك ما لم تختر غير ذلك.
window-running = قيد التشغيل الآن: { $programs }. سيستمر بالإصدار الذي بدأ به حتى يُغلق.

window-goes-size = سيُزال ما يلي ({ BYTES($size) }):
window-data = سيبقى ما يلي ما لم تفعّله هنا:
window-data-remove = إزالة بياناتك في { $folder } أيضًا ({ BYTES($size) })
window-downloads-remove = إزالة التنزيلات التي لا يحتاج إليها شيء آخر ({ BYTES($size) })

window-ready = { $name } جاهز
window-removed = تمت إزالة { $name }
window-removed-kept = لم تُمس بياناتك.
window-removed-data = أُزيلت أيضًا البيانات التي اخترتها.
window-done-install = فُحص كل شيء وهو يعمل.
window-done-upgrade = فُحص الإصدار الجديد وهو يعمل. يُحفظ الإصدار السابق للعودة إليه.
window-done-repair = فُحص كل شيء وعاد يعمل.
window-done-go-back = عاد الإصدار السابق قيد الاستخدام.
window-done-nothing = لم يكن هناك تلف، ولم يلزم فعل شيء.
window-done-later = الإصدار { $version } جاهز. سيُنتقل إليه عند بدء هذا البرنامج في المرة القادمة.
window-still-running = ما زال يعمل بالإصدار السابق: { $programs }. أعد تشغيله لاستخدام هذا الإصدار.
window-type-this = لتشغيله اكتب هذا في طرفية:
window-copied = نُسخ
window-where = أوامره في { $folder }.
window-not-on-path = أوامره في { $folder }، وهو ليس في PATH: إلى أن يُضاف تحتاج الطرفيات إلى المسار كاملًا.
window-stopped = متوقف
window-stopped-kept = لم يتغيّر شيء. يُحفظ ما نُزّل، وتُستأنف العملية منه في المرة القادمة.

window-failed = تعذّر تثبيت { $name }
window-failed-network = لا اتصال
window-failed-refused = لم يُثبَّت حفاظًا على أمانك
window-failed-older = رُفض الإصدار الأقدم
window-failed-python = لا يوجد Python مناسب
window-failed-package = لا تتوفر إحدى الحزم لهذا الحاسوب
window-failed-disk = المشكلة في القرص أو المجلد
window-failed-busy = هناك تثبيت آخر جارٍ
window-failed-removal = تعذّرت إزالة { $name }
window-failed-repair = تعذّر إصلاح { $name }
window-failed-go-back = تعذّرت العودة إلى { $name } السابق
window-code = التفاصيل ({ $code })
window-tries-in = إعادة المحاولة بعد { DURATION($left) }
window-kept = يُحفظ ما نُزّل.
window-support = المساعدة: { $support }

window-proxy-name = اسم المستخدم للوسيط
window-proxy-password = كلمة السر

window-ask-cancel = الإيقاف هنا؟
window-ask-close = الإيقاف وإغلاق النافذة؟
window-ask-kept = يُحفظ ما نُزّل، وتُستأنف العملية منه في المرة القادمة.
window-ask-undone = يُلغى ما بدأ. ويبقى ما كان مثبَّتًا كما هو.
