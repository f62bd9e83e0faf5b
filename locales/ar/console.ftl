plan-publisher = {"  "}الناشر: { $publisher }؛ عدد المفاتيح الموقِّعة: { COUNT($signed) } من { COUNT($keys) } (المطلوب: { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}الحزم: { COUNT($packages) } ({ BYTES($size) }، منها { BYTES($fetch) } للتنزيل)
plan-builds = {"  "}تُبنى على هذا الحاسوب: { $packages }
plan-running = {"  "}قيد التشغيل الآن: { $programs }. سيستمر بالإصدار الذي بدأ به، ولن يُزال شيء مما يحتاج إليه.
plan-go-back-data = {"  "}تبقى بياناتك كما هي. قد لا يفهم الإصدار الأقدم ما كتبه الإصدار الأحدث: إذا كانت مهمة فانسخها احتياطيًا أولًا.
plan-folder = {"  "}المجلد: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = تم تثبيت الإصدار { $version }.
outcome-upgrade = تم تثبيت الإصدار { $version }، وما زال الإصدار السابق محفوظًا: للعودة إليه «{ $command }».
outcome-upgrade-later = ما زال الإصدار { $version } قيد التشغيل، والإصدار { $pending } جاهز، وسيُنتقل إليه عند بدء هذا البرنامج في المرة القادمة.
outcome-go-back = أُعيد تثبيت الإصدار { $version }. الإصدار الذي تركته محفوظ: للعودة إليه «{ $command }».
outcome-repair = تم تثبيت الإصدار { $version } من جديد.
outcome-mend = عاد الإصدار { $version } سليمًا كما ينبغي.
outcome-verify = لا يوجد تلف: الإصدار { $version } كما كان عند تثبيته.
outcome-up-to-date = الإصدار { $version } مثبَّت ومحدَّث.
outcome-left-aside = الإصدار { $version } مثبَّت. لقد رجعت عن الإصدار { $newer }، ولذلك لا يُثبَّت تلقائيًا: لتثبيته «{ $command }».
outcome-running = ما زال يعمل بالإصدار السابق: { $programs }. أعد تشغيله لاستخدام هذا الإصدار.
outcome-uninstall = تمت الإزالة.
outcome-commands = للتشغيل اكتب: { $commands }
outcome-not-on-path = المجلد { $folder } ليس في PATH. أضفه إليه لتستغني عن كتابة المجلد.
outcome-path-line = للتشغيل بالاسم وحده، أضف هذا السطر إلى { $file }، أو أعد تشغيل هذا البرنامج مع --add-to-path:
outcome-path-added = أُضيف مجلد الأوامر إلى PATH في { $file }. افتح طرفية جديدة لاستخدامه.
failure-message = خطأ: { $message } [{ $code }]
failure-hint = ما يمكنك فعله: { $hint }
failure-details = التفاصيل:

findings-compared = الإصدار { $version }: عدد الملفات المقارَنة { COUNT($files) } ({ BYTES($size) })؛ قورنت حزم عددها { COUNT($signed) } من { COUNT($packages) } بما وقّعه الناشر، والباقي بسجل التثبيت
findings-mended = تم إصلاحه ({ COUNT($count) }):
findings-more = {"  "}وغيرها ({ COUNT($count) })؛ الخيار --json يسردها كلها

check-up-to-date = { $name } { $installed } محدَّث.
check-upgrade = يمكن تثبيت { $name } { $offered }؛ المثبَّت الآن { $installed }.
check-upgrade-size = يمكن تثبيت { $name } { $offered } ({ BYTES($size) } للتنزيل)؛ المثبَّت الآن { $installed }.
check-security = في الإصدار { $installed } مشكلات أمنية معروفة.
check-obstacle = {"  "}لا يمكن تثبيته على هذا الحاسوب بوضعه الحالي [{ $code }].

removal-goes = سيُزال { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = سيبقى ما يلي:
removal-data = {"  "}بياناتك في { $path } ({ BYTES($size) })؛ الخيار --remove-data { $path } يزيلها أيضًا
removal-data-goes = {"  "}بياناتك في { $path } ({ BYTES($size) })
removal-left = {"  "}ما في { $path }، لأنه تغيّر منذ ذلك الحين أو لا يخص هذا البرنامج
removal-downloads = {"  "}التنزيلات التي لا يحتاج إليها شيء آخر ({ BYTES($size) })؛ الخيار --remove-downloads يزيلها أيضًا
removal-downloads-goes = {"  "}التنزيلات التي لا يحتاج إليها شيء آخر ({ BYTES($size) })

status-nothing = لا شيء مثبَّت.
status-installed = { $name } { $version }، ثُبّت في { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}الحزم: { COUNT($packages) }
status-previous = {"  "}محفوظ للعودة إليه: { $version }
status-file = {"  "}خارج مجلده: { $path }
shell-line = السطر الموجود في { $path } الذي يضع الأوامر في PATH

note-locale = لا تتوفر نصوص باللغة «{ $asked }». المتوفر: { $known }
note-log = سجل هذا التشغيل: { $path }
note-anothers = يملكه حساب آخر، { $owner }، ويُعرض للاطلاع فقط.
note-no-desktop = لا يوجد هنا مجلد لسطح المكتب، ولذلك لا أثر للخيار --desktop-shortcut.

ask-uninstall = هل تريد إزالة { $name } من { $folder }؟
ask-remove-data = هل تريد أيضًا إزالة بياناتك في { $path } ({ BYTES($size) })؟ لا يمكن استعادتها.
ask-remove-downloads = هل تريد أيضًا إزالة التنزيلات التي لا يحتاج إليها شيء آخر ({ BYTES($size) })؟
answer-choices = [ن/ل]
answer-yes = ن نعم y yes

help-about = يثبّت تطبيق Python من إصدارات موقَّعة ويبقيه محدَّثًا.
help-usage = الاستخدام: { $program } [COMMAND] [OPTIONS]
help-commands = الأوامر:
help-command-none = بلا أمر: التثبيت أو التحديث أو الإكمال، حسب الحاجة
help-command-install = تثبيت التطبيق
help-command-upgrade = تثبيت إصدار أحدث إن وُجد
help-command-repair = إصلاح ما تلف من الإصدار المثبَّت
help-command-go-back = العودة إلى الإصدار السابق؛ لا يحتاج إلى شبكة
help-command-verify = مقارنة كل ملف مثبَّت بما نُشر
help-command-check = معرفة ما إذا كان هناك إصدار أحدث
help-command-status = عرض ما هو مثبَّت
help-command-uninstall = إزالة التطبيق؛ تبقى بياناتك
help-options = الخيارات:
help-prefix = التثبيت في هذا المجلد
help-python = استخدام Python هذا، أو Python بهذا الإصدار
help-repository = أخذ الإصدارات من هنا
help-profile = تثبيت تطبيق آخر: مجلد فيه profile.toml و root.json
help-index-url = تنزيل الحزم من هذا الفهرس فقط
help-mirror = تجربة مرآة files.pythonhosted.org هذه أولًا؛ يمكن تكراره
help-find-links = البحث عن الحزم في هذا المجلد أولًا؛ يمكن تكراره
help-offline = عدم استخدام الشبكة
help-proxy = استخدام هذا الوسيط، http://NAME:PASSWORD@HOST:PORT
help-ca = الوثوق أيضًا بسلطات الشهادات في هذا الملف
help-later = ما دام التطبيق يعمل، تجهيز الإصدار الجديد فقط: يُنتقل إليه عند بدء التشغيل التالي
help-wait = انتظار تثبيت آخر جارٍ هذه المدة؛ وإلا فعشر دقائق، أو بلا انتظار مع --silent أو --json
help-face = عرض نافذة («window») أو استخدام الطرفية («terminal»)
help-menu = مدخلة في قائمة التطبيقات (تُنشأ ما لم يُذكر --no-menu)
help-desktop-shortcut = أيقونة على سطح المكتب (لا تُنشأ إلا بطلب)
help-add-to-path = تمكين الصدفة من إيجاد الأوامر: إضافة مجلدها إلى PATH؛ يُحفظ للتحديثات
help-silent = عدم عرض شيء سوى الأخطاء، وعدم السؤال
help-json = عرض كل شيء في أسطر JSON
help-yes = الإجابة بنعم عن السؤال قبل الإزالة
help-anew = مع repair: تثبيت كل شيء من جديد
help-remove-data = مع uninstall: إزالة مجلد بياناتك هذا أيضًا؛ يمكن تكراره
help-remove-downloads = مع uninstall: إزالة التنزيلات أيضًا
help-locale = استخدام هذه اللغة، مثل de
help-log = كتابة سجل
help-replay = عرض ما سجّله --json في نافذة؛ لا يُثبَّت شيء
help-version = عرض إصدار هذا البرنامج
help-help = عرض هذه الصفحة
help-exit =
    رمز الخروج: 0 تم أو لا شيء مطلوب، 2 الاستخدام، 10 الشبكة، 11 رُفض حفاظًا على الأمان،
    12 رُفض إصدار أقدم، 13 لا يوجد Python مناسب، 14 لا توجد wheel أو مصرِّف، 15 القرص أو الأذونات،
    16 البيئة، 17 مشغول، 18 غير مثبَّت، 19 تالف، 100 وجد «check» تحديثًا، 70 خطأ داخلي، 130 أُلغي.
