phase-verifying = جارٍ مقارنة كل ملف بما ثُبّت
phase-mending = جارٍ البحث عن التلف وإصلاحه
phase-judging = جارٍ التحقق من التواقيع
phase-planning = جارٍ البحث عن Python مناسب
phase-fetching = جارٍ التنزيل
phase-building = جارٍ بناء الحزم
phase-installing = جارٍ تثبيت الحزم
phase-checking = جارٍ فحص التثبيت
phase-activating = جارٍ الانتقال إلى الإصدار الجديد
phase-removing = جارٍ إزالة التطبيق

action-install = تثبيت { $name } { $version }
action-upgrade = تحديث { $name } من { $installed } إلى { $version }
action-upgrade-later = تجهيز { $name } { $version } إلى جانب الإصدار قيد التشغيل
action-go-back = العودة إلى { $name } { $version }
action-repair = إصلاح { $name } { $version }
action-mend = إصلاح التلف في { $name } { $version }
action-verify = مقارنة { $name } { $version }
action-up-to-date = { $name } { $version } محدَّث
action-uninstall = إزالة { $name } { $version }

waiting = هناك تثبيت آخر جارٍ لهذا التطبيق؛ الانتظار حتى ينتهي ({ DURATION($left) } على الأكثر)
running-process = { $program } (العملية { $pid })
removal-running = قيد التشغيل الآن: { $programs }. أغلق التطبيق أولًا؛ فبدون ملفاته قد يتعطل ما يعمل منه.

progress-bytes = { BYTES($have) } من { BYTES($size) }
progress-bytes-speed = { BYTES($have) } من { BYTES($size) }، { BYTES($speed) }/ث
progress-bytes-left = { BYTES($have) } من { BYTES($size) }، { BYTES($speed) }/ث، بقي نحو { DURATION($left) }
progress-packages = { COUNT($done) } من { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } من { COUNT($total) }: { $package }، بقي نحو { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: المحاولة { COUNT($attempt) } بعد { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } من { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: المحاولة { COUNT($attempt) }
waiting-network = بانتظار الشبكة
waiting-network-next = بانتظار الشبكة؛ المحاولة التالية بعد { DURATION($wait) }

menu-manage = تحديث أو إزالة

finding-changed = { $path }: ليس كما كان عند تثبيته
finding-missing = { $path }: مفقود
finding-foreign = { $path }: لا يخص التطبيق
finding-rights = { $path }: يستطيع تغييره أو استخدامه غيرُ من كان له ذلك عند التثبيت
finding-launcher = { $path }: لا يشغّل التطبيق
finding-pointer = { $path }: لا يؤدي إلى الإصدار المثبَّت
finding-python = { $path }: لم يعد Python هذا موجودًا، أو صار إصدارًا آخر
finding-record = { $path }: سجل ما ثُبّت مفقود أو متغيّر
