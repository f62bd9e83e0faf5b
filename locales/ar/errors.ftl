usage-unknown-command = لا يوجد أمر باسم «{ $command }».
usage-unknown-command-hint = { $suggestion ->
    [none] راجع «{ $program } --help» لمعرفة المتاح.
   *[other] هل تقصد «{ $suggestion }»؟ راجع «{ $program } --help» لمعرفة المتاح.
}
usage-two-commands = الأمران «{ $first }» و«{ $second }» أمران مختلفان.
usage-two-commands-hint = أعطِ أمرًا واحدًا في كل مرة، وشغّلهما واحدًا تلو الآخر.
usage-unknown-option = لا يوجد خيار باسم «{ $option }».
usage-unknown-option-hint = { $suggestion ->
    [none] راجع «{ $program } --help» لمعرفة المتاح.
   *[other] هل تقصد «{ $suggestion }»؟ راجع «{ $program } --help» لمعرفة المتاح.
}
usage-missing-value = يحتاج الخيار «{ $option }» إلى قيمة.
usage-missing-value-hint = اكتب القيمة بعده: «{ $option } VALUE». راجع «{ $program } --help».
usage-surplus-value = لا يأخذ الخيار «{ $option }» أي قيمة.
usage-surplus-value-hint = اكتب «{ $option }» وحده. راجع «{ $program } --help».
usage-bad-value = القيمة «{ $value }» لا تصلح للخيار «{ $option }».
usage-bad-value-hint = راجع «{ $program } --help» لمعرفة ما يتوقعه «{ $option }».
usage-twice = كُتب الخيار «{ $option }» مرتين.
usage-twice-hint = اكتبه مرة واحدة.
usage-conflict = لا يمكن استخدام «{ $option }» و«{ $other }» معًا.
usage-conflict-hint = احذف أحدهما.
usage-misplaced-option = الخيار «{ $option }» لا أثر له مع هذا الأمر.
usage-misplaced-option-hint = يُستخدم مع: { $commands }
usage-bad-profile = لا يمكن استخدام ملف تعريف التطبيق { $path }.
usage-bad-profile-hint = يجب أن يحتوي المجلد على profile.toml و root.json قابلين للقراءة. اطلب نسخة جديدة ممن أعطاك إياه.
usage-bad-certificates = لا يحتوي { $path } على شهادات صالحة للاستخدام.
usage-bad-certificates-hint = حدّد ملفًا فيه شهادات بصيغة PEM باستخدام --ca.
usage-no-certificates = تعذّرت قراءة ملف سلطات الشهادات { $path }.
usage-no-certificates-hint = تحقق من الاسم بعد --ca: يجب أن يكون ملفًا يمكنك قراءته، وفيه شهادات بصيغة PEM.
usage-bad-proxy = لا يمكن استخدام { $host } وسيطًا.
usage-bad-proxy-hint = تحقق من قيمة --proxy.
usage-no-home = ليس لهذا الحساب مجلد منزل.
usage-no-home-hint = اضبط HOME، أو شغّل البرنامج بحساب مستخدم له مجلد منزل.
usage-no-such-data = ليس { $path } مجلدًا لبيانات هذا التطبيق.
usage-no-such-data-hint = { $folders ->
    [none] لا يذكر هذا التطبيق أي مجلد بيانات، أو لا وجود له.
   *[other] اكتب أحد هذه كما هو هنا تمامًا: { $folders }
}
usage-no-consent = إزالة تطبيق تحتاج إلى تأكيد، ولا يمكن سؤال أحد هنا.
usage-no-consent-hint = أعد التشغيل مع --yes إذا كنت تريد إزالة التطبيق.
usage-no-face = تعذّر فتح النافذة، ولا توجد هنا طرفية يمكن السؤال فيها.
usage-no-face-hint = شغّله في طرفية: { $command }

repository-unreachable = تعذّر الوصول إلى { $place }، أو لم يُجب كما ينبغي (عند طلب { $file }).
repository-unreachable-hint = تحقق من اتصال الإنترنت وإعدادات الوسيط، ثم حاول مجددًا. لم يتغيّر شيء.
repository-not-there = لا توجد إصدارات في { $place }: الملف { $file } مفقود.
repository-not-there-hint = تحقق من العنوان. إن كان صحيحًا فأبلغ ناشر التطبيق.
repository-too-long = أرسل { $place } أكثر من { BYTES($limit) }، وهو الحد المسموح به للملف { $file }.
repository-too-long-hint = لا يمكن الوثوق بالخادم أو بشيء في الطريق إليه. جرّب شبكة أخرى، وأبلغ الناشر إن تكرر ذلك.
repository-offline = توجد الإصدارات في { $place }، لكن --offline يمنع البحث هناك.
repository-offline-hint = شغّل البرنامج بدون --offline، أو حدّد مجلدًا فيه إصدارات باستخدام --repository.

trust-expired = انتهى توقيع الناشر على «{ $role }» في { $expires }؛ وساعة هذا الحاسوب تشير إلى { $now }.
trust-expired-hint = تحقق من تاريخ هذا الحاسوب ووقته. إن كانا صحيحين فعلى الناشر تجديد التوقيع: أبلغه، ثم حاول لاحقًا.
trust-clock-behind = انتهى توقيع الناشر على «{ $role }» في { $expires }. تشير ساعة هذا الحاسوب إلى { $now }، لكن الوقت كان { $known } عند إنشاء هذا البرنامج أو آخر تشغيل له.
trust-clock-behind-hint = تحقق من تاريخ هذا الحاسوب ووقته. إن كانت الساعة خاطئة من قبل وصارت صحيحة الآن، فأزل التطبيق وثبّته من جديد.
trust-threshold = عدد المفاتيح الموقِّعة على «{ $role }» هو { COUNT($have) }، والمطلوب { COUNT($need) }.
trust-threshold-hint = لا تثبّت من هذا المصدر. لقد تغيّر الإصدار، أو لم يوقّعه عدد كافٍ من ناشريه. أبلغ الناشر بذلك.
trust-rollback = يعرض الخادم النسخة { $offered } من «{ $role }»، وهي أقدم من النسخة { $trusted } التي سبقت رؤيتها.
trust-rollback-hint = يعرض الخادم، أو شيء في الطريق إليه، حالة قديمة. جرّب شبكة أو مرآة أخرى، وإذا استمرت المشكلة فأبلغ الناشر.
trust-malformed = لا يبدو { $file } كما ينبغي أن يكون ملف من الناشر.
trust-malformed-hint = ربما أجابت صفحة تسجيل الدخول إلى الشبكة بدلًا من الخادم: افتح أي صفحة وِب وسجّل الدخول ثم حاول مجددًا. إذا استمرت المشكلة فأبلغ الناشر.
trust-web-page = جاءت صفحة وِب بدلًا من ملف الناشر { $file }.
trust-web-page-hint = تتطلب هذه الشبكة على الأرجح تسجيل الدخول: افتح أي صفحة وِب وسجّل الدخول ثم حاول مجددًا.
trust-inconsistent = ملفات الناشر لا تتوافق بعضها مع بعض، عند { $file }.
trust-inconsistent-hint = ربما يجري الآن نقل إصدار جديد إلى الخادم: حاول مجددًا بعد بضع دقائق. إذا استمرت المشكلة فأبلغ الناشر.
trust-many-roots = تغيّرت مفاتيح الناشر مرات كثيرة منذ آخر فحص من هذا الحاسوب (الحد الأقصى: { COUNT($limit) }).
trust-many-roots-hint = أعد التشغيل: سيُستأنف من هنا.
trust-other-application = هذا إصدار من { $found }، لا من { $expected }.
trust-other-application-hint = تحقق من عنوان المستودع. إن كان صحيحًا فأبلغ الناشر.
trust-unsupported = يستخدم { $file } ما لا يدعمه هذا البرنامج: { $feature }.
trust-unsupported-hint = احصل على أحدث مثبِّت من الناشر.
trust-mismatch = ليس { $file } الملف الذي وقّعه الناشر.
trust-mismatch-hint = تغيّر الملف أو تلف، ولم يُستخدم. حاول مجددًا أو من شبكة أخرى، وإذا استمرت المشكلة فأبلغ الناشر.
trust-too-long = حجم { $file } أكبر من المسموح به، وهو { BYTES($limit) }.
trust-too-long-hint = لم يُستخدم الملف. أبلغ الناشر بذلك.
trust-floor = يعرض الخادم { $offered }، لكن هذا المثبِّت لا يقبل ما هو أقدم من { $floor }.
trust-floor-hint = يعرض الخادم، أو شيء في الطريق إليه، حالة قديمة. جرّب شبكة أو مرآة أخرى، وإذا استمرت المشكلة فأبلغ الناشر.
trust-newer-format = صيغة { $file } هي { $format }؛ وهذا البرنامج يقرأ الصيغ حتى { $supported }.
trust-newer-format-hint = احصل على أحدث مثبِّت من الناشر.

plan-older = الإصدار { $installed } مثبَّت، ولا يُثبَّت الإصدار الأقدم { $offered } فوقه.
plan-older-hint = إن أردت الإصدار الأقدم فأزل المثبَّت أولًا. تبقى بياناتك.
plan-replaced = نُشر الإصدار { $version } من جديد، والخادم يعرض الأقدم من النشرتين.
plan-replaced-hint = يعرض الخادم، أو شيء في الطريق إليه، حالة قديمة. جرّب شبكة أو مرآة أخرى، وإذا استمرت المشكلة فأبلغ الناشر.
plan-below-floor = في الإصدار { $offered } مشكلات أمنية معروفة؛ ولم يعد الناشر يقبل ما هو أقدم من { $floor }.
plan-below-floor-hint = استخدم إصدارًا أحدث. إن لم يوجد فأبلغ الناشر.
plan-not-installed = التطبيق غير مثبَّت هنا.
plan-not-installed-hint = ثبّته أولًا، أو حدّد مجلده باستخدام --prefix.
    .window = ثبّته أولًا.
plan-no-previous = لا يوجد إصدار سابق للعودة إليه.
plan-no-previous-hint = بعد كل تحديث يُحفظ إصدار سابق واحد فقط. يبقى المثبَّت كما هو.
plan-other-application = في المجلد { $installed }؛ ولا يمكن تثبيت { $offered } فيه.
plan-other-application-hint = اختر مجلدًا آخر باستخدام --prefix.
    .window = اختر مجلدًا آخر.
plan-no-python = لم يُعثر على Python مناسب. المطلوب: { $needed }.
plan-no-python-hint = ثبّت Python مناسبًا من python.org أو بمدير حزم النظام، أو حدّد واحدًا باستخدام --python.
    .window = ثبّت Python مناسبًا من python.org أو بمدير حزم النظام.
plan-other-python = طُلب { $asked } ولا يمكن استخدامه. المطلوب: { $needed }.
plan-other-python-hint = حدّد Python آخر باستخدام --python، أو احذف الخيار ليُبحث عن واحد مناسب. تذكر التفاصيل ما عُثر عليه.
plan-no-wheel = لا توجد حزمة جاهزة لهذا الحاسوب ({ $platform }، Python { $python }): { $packages }.
plan-no-wheel-hint = جرّب نسخة Python أخرى باستخدام --python. وإلا فاطلب من الناشر دعم هذا الحاسوب.
    .window = ثبّت نسخة أخرى من Python. وإلا فاطلب من الناشر دعم هذا الحاسوب.
plan-no-compiler = يجب بناء هذه الحزم على هذا الحاسوب، لكن لم يُعثر على مصرِّف C يعمل مع ترويسات Python: { $packages }.
plan-no-compiler-hint = ثبّت مصرِّف C وملفات تطوير Python (في دبيان: build-essential و python3-dev)، أو جرّب نسخة Python أخرى باستخدام --python.
    .window = ثبّت مصرِّف C وملفات تطوير Python (في دبيان: build-essential و python3-dev).
plan-bad-lock = يناقض الإصدار نفسه بشأن الحزمة { $package }.
plan-bad-lock-hint = هذا خطأ من الناشر: أبلغه به. لم يتغيّر شيء.

fetch-unreachable = تعذّر تنزيل { $artifact }: لم يمكن الوصول إلى { $host }.
fetch-unreachable-hint = تحقق من اتصال الإنترنت وإعدادات الوسيط، ثم أعد التشغيل: ما سبق تنزيله محفوظ.
fetch-server = تعذّر تنزيل { $artifact }: أجاب { $host } بالخطأ { $status }.
fetch-server-hint = حاول لاحقًا: ما سبق تنزيله محفوظ.
fetch-not-found = لا يوجد { $artifact } في أي مكان يُفترض أن يكون فيه.
fetch-not-found-hint = إن حددت فهرسًا أو مرآة أو مجلدًا، فتأكد من وجود الملف هناك. وإلا فأبلغ الناشر.
fetch-cut = انقطع الاتصال أثناء تنزيل { $artifact }: وصل { BYTES($have) } من { BYTES($size) }.
fetch-cut-hint = أعد التشغيل: يُستأنف التنزيل من حيث توقف.
fetch-short = انتهى { $artifact } قبل أوانه: { BYTES($have) } بدلًا من { BYTES($size) }.
fetch-short-hint = يرسل الخادم أو الوسيط ملفًا ناقصًا. أعد التشغيل، أو استخدم شبكة أو مرآة أخرى.
fetch-too-long = حجم { $artifact } أكبر من { BYTES($size) }، وهو ما وقّعه الناشر.
fetch-too-long-hint = لم يُستخدم الملف. جرّب شبكة أو مرآة أخرى، وإذا استمرت المشكلة فأبلغ الناشر.
fetch-wrong-hash = ليس { $artifact } من { $host } الملف الذي وقّعه الناشر.
fetch-wrong-hash-hint = تغيّر الملف أو تلف في الطريق ولم يُستخدم. جرّب شبكة أو مرآة أخرى، وإذا استمرت المشكلة فأبلغ الناشر.
fetch-login-page = أجاب { $host } بصفحة وِب بدلًا من الملف.
fetch-login-page-hint = تتطلب هذه الشبكة على الأرجح تسجيل الدخول: افتح أي صفحة وِب وسجّل الدخول ثم أعد التشغيل.
fetch-slow = يرسل { $host } الملف { $artifact } ببطء شديد.
fetch-slow-hint = أعد التشغيل لاحقًا أو من شبكة أخرى: يُستأنف التنزيل من حيث توقف.
fetch-redirect = يعيد { $host } توجيه تنزيل { $artifact } في حلقة مفرغة أو إلى مكان غير آمن.
fetch-redirect-hint = جرّب شبكة أو مرآة أخرى، وإذا استمرت المشكلة فأبلغ الناشر.
fetch-confused = يجيب { $host } بما لا معنى له عن { $artifact }.
fetch-confused-hint = حاول لاحقًا، أو جرّب مرآة أو فهرسًا آخر.
fetch-tls = { $issuer ->
    [unknown] الاتصال مع { $host } غير آمن: هذا الحاسوب لا يثق بشهادته.
   *[other] الاتصال مع { $host } غير آمن: شهادته صادرة عن { $issuer }، وهذا الحاسوب لا يثق به.
}
fetch-tls-hint = في الشركات قد تفحص الشبكة الاتصالات: اطلب شهادة سلطتها وحدّد ملفها باستخدام --ca. وفي غير ذلك استخدم شبكة أخرى.
    .window = في الشركات قد تفحص الشبكة الاتصالات: اطلب من المسؤول عن هذا الحاسوب أن يجعله يثق بسلطة شهادات الشركة. وفي غير ذلك استخدم شبكة أخرى.
fetch-proxy = { $proxy ->
    [unknown] يطلب الوسيط في الطريق إلى { $host } اسمًا وكلمة سر، أو يرفض ما أُعطي منهما.
   *[other] يطلب الوسيط { $proxy } اسمًا وكلمة سر، أو يرفض ما أُعطي منهما.
}
fetch-proxy-hint = أعطهما باستخدام --proxy http://NAME:PASSWORD@HOST:PORT.
fetch-proxy-unreachable = تعذّر الوصول إلى الوسيط { $proxy }، ولذلك لم يمكن سؤال { $host }.
fetch-proxy-unreachable-hint = تحقق من اسم الوسيط ومنفذه: بعد --proxy، أو في المتغيّرين http_proxy و https_proxy، أو في إعدادات النظام. ما سبق تنزيله محفوظ.
    .window = تحقق من اسم الوسيط ومنفذه: في المتغيّرين http_proxy و https_proxy، أو في إعدادات النظام. ما سبق تنزيله محفوظ.
fetch-login = يطلب { $host } اسمًا وكلمة سر، أو يرفض ما أُعطي منهما.
fetch-login-hint = أعطهما في العنوان، https://NAME:PASSWORD@HOST/…، حيث ذكرته: --index-url أو --mirror أو --repository. إن لم تذكر عنوانًا فأبلغ الناشر.
    .window = أعطهما في العنوان، https://NAME:PASSWORD@HOST/…، حيث ذكرته. إن لم تذكر عنوانًا فأبلغ الناشر.
fetch-offline = { $count ->
    [zero] لا ملفات ناقصة ({ COUNT($count) })، والخيار --offline يمنع التنزيل: { $artifacts }
    [one] هناك ملف ناقص، والخيار --offline يمنع تنزيله: { $artifacts }
    [two] هناك ملفان ناقصان، والخيار --offline يمنع تنزيلهما: { $artifacts }
    [few] هناك { COUNT($count) } ملفات ناقصة، والخيار --offline يمنع تنزيلها: { $artifacts }
    [many] هناك { COUNT($count) } ملفًا ناقصًا، والخيار --offline يمنع تنزيلها: { $artifacts }
   *[other] هناك { COUNT($count) } ملف ناقص، والخيار --offline يمنع تنزيلها: { $artifacts }
}
fetch-offline-hint = ضع الملفات في مجلد وحدّده باستخدام --find-links، أو شغّل البرنامج بدون --offline.

disk-full = لا توجد مساحة كافية في { $folder }.
disk-full-hint = أفرغ مساحة أو اختر مجلدًا آخر: باستخدام --prefix للتطبيق، وبالمتغيّر XDG_CACHE_HOME للتنزيلات. ويبقى ما سبق تنزيله.
    .window = أفرغ مساحة. ويبقى ما سبق تنزيله.
disk-no-room = يلزم { BYTES($needed) } في { $folder }، والمتاح { BYTES($free) }.
disk-no-room-hint = أفرغ مساحة أو اختر مجلدًا آخر: باستخدام --prefix للتطبيق، وبالمتغيّر XDG_CACHE_HOME للتنزيلات. ويبقى ما سبق تنزيله.
    .window = أفرغ مساحة. ويبقى ما سبق تنزيله.
disk-rights = لا يُسمح بالكتابة في { $path }.
disk-rights-hint = غيّر أذوناته، أو اختر مجلدًا آخر باستخدام --prefix. لا حاجة إلى أذونات المدير.
    .window = غيّر أذوناته. لا حاجة إلى أذونات المدير.
disk-foreign-home = مجلد المنزل { $path } يملكه حساب غير الحساب الذي يشغّل هذا البرنامج. لم يُكتب شيء فيه.
disk-foreign-home-hint = شغّله من دون sudo؛ لا حاجة إلى أذونات المدير. للتثبيت لهذا الحساب نفسه استخدم sudo -H.
disk-name = لا يمكن إنشاء { $path }: الاسم طويل جدًا، أو فيه محارف غير مسموح بها هناك.
disk-name-hint = اختر مجلدًا اسمه أقصر وقريبًا من أعلى القرص، باستخدام --prefix.
    .window = اختر مجلدًا اسمه أقصر وقريبًا من أعلى القرص.
disk-no-rename = لا يمكن تغيير أسماء الملفات في { $folder }.
disk-no-rename-hint = اختر مجلدًا على قرص آخر: باستخدام --prefix للتطبيق، وبالمتغيّر XDG_CACHE_HOME للتنزيلات.
    .window = اختر مجلدًا على قرص آخر (بالمتغيّر XDG_CACHE_HOME للتنزيلات).
disk-no-links = لا يمكن إنشاء روابط رمزية في { $folder }، والتطبيق يحتاج إليها.
disk-no-links-hint = اختر مجلدًا على قرص آخر باستخدام --prefix؛ فكثيرًا ما لا تدعم ذواكر USB ومحركات أقراص الشبكة الروابط.
    .window = اختر مجلدًا على قرص آخر؛ فكثيرًا ما لا تدعم ذواكر USB ومحركات أقراص الشبكة الروابط.
disk-no-locks = لا يمكن قفل الملفات في { $folder }، وقد يعيق تثبيتان أحدهما الآخر.
disk-no-locks-hint = اختر مجلدًا على قرص هذا الحاسوب نفسه: باستخدام --prefix للتطبيق، وبالمتغيّر XDG_CACHE_HOME للتنزيلات.
    .window = اختر مجلدًا على قرص هذا الحاسوب نفسه (بالمتغيّر XDG_CACHE_HOME للتنزيلات).
disk-no-execution = لا يُسمح بتشغيل البرامج في { $folder }، فلن يعمل التطبيق هناك.
disk-no-execution-hint = اختر مجلدًا يُسمح بتشغيل البرامج فيه، باستخدام --prefix.
    .window = اختر مجلدًا يُسمح بتشغيل البرامج فيه.
disk-no-room-for-files = عدد الملفات اللازم إنشاؤها في { $folder } نحو { COUNT($needed) }، ولا يتسع القرص إلا لهذا العدد: { COUNT($free) }.
disk-no-room-for-files-hint = احذف ملفات من هناك، أو اختر مجلدًا على قرص آخر باستخدام --prefix.
    .window = احذف ملفات من هناك، أو اختر مجلدًا على قرص آخر.
disk-path-too-long = المسار { $folder } طويل جدًا: الحد الأقصى لعدد المحارف { COUNT($most) }، حتى يمكن تسمية الملفات فيه.
disk-path-too-long-hint = اختر مجلدًا مساره أقصر باستخدام --prefix.
    .window = اختر مجلدًا مساره أقصر.
disk-names-too-short = الحد الأقصى لمحارف أسماء الملفات في { $folder } هو { COUNT($most) }، والمطلوب { COUNT($needed) }. كثيرًا ما تكون المجلدات المعمّاة كذلك.
disk-names-too-short-hint = اختر مجلدًا آخر للتنزيلات بالمتغيّر XDG_CACHE_HOME.
disk-other = تعذّرت القراءة من { $path } أو الكتابة فيه.
disk-other-hint = راجع التفاصيل لمعرفة ما قاله النظام. تحقق مما إذا كان هناك شيء آخر مكانه أو يستخدمه، ثم حاول مجددًا؛ في ويندوز قد يكون مضاد الفيروسات ممسكًا بالملف.

limit-open-files = الحد الأقصى للملفات المفتوحة معًا لهذا الحساب { COUNT($limit) }، والمطلوب { COUNT($needed) }.
limit-open-files-hint = ارفع الحد («ulimit -n»)، أو اسأل المسؤول عن هذا الحاسوب.
limit-file-size = لا يُسمح لهذا الحساب بكتابة ملفات أكبر من { BYTES($limit) }، والمطلوب { BYTES($needed) }.
limit-file-size-hint = ارفع الحد («ulimit -f»)، أو اسأل المسؤول عن هذا الحاسوب.

environment-runtime = تعذّر فك ضغط Python المرفق بالإصدار، أو أنه لا يعمل.
environment-runtime-hint = ثبّت Python من python.org وحدّده باستخدام --python، وأبلغ الناشر.
    .window = ثبّت Python من python.org، وأبلغ الناشر.
environment-create = لم يستطع Python إنشاء بيئة للتطبيق.
environment-create-hint = تذكر التفاصيل السبب. جرّب نسخة Python أخرى باستخدام --python، أو مجلدًا آخر باستخدام --prefix.
    .window = تذكر التفاصيل السبب. اختر مجلدًا آخر، أو ثبّت نسخة أخرى من Python.
environment-start = تعذّر تشغيل { $program }.
environment-start-hint = تذكر التفاصيل السبب. ربما تكون البرامج ممنوعة في ذلك المجلد: اختر مجلدًا آخر باستخدام --prefix.
    .window = تذكر التفاصيل السبب. ربما تكون البرامج ممنوعة في ذلك المجلد: اختر مجلدًا آخر.
environment-wheel-refused = يحتوي { $wheel } على ما لا ينبغي لأي حزمة أن تحتويه، ولم يُثبَّت.
environment-wheel-refused-hint = تذكر التفاصيل ما هو. أبلغ الناشر بذلك. لم يتغيّر شيء.
environment-pip = تعذّر تثبيت الحزم.
environment-pip-hint = في التفاصيل ما قاله pip. لم يتغيّر شيء. إن تكرر ذلك فأبلغ الناشر.
environment-pip-python = لا يعمل pip المرفق بالإصدار ({ $pip }) مع Python { $python }.
environment-pip-python-hint = حدّد Python آخر باستخدام --python، وأبلغ الناشر.
    .window = ثبّت نسخة أخرى من Python، وأبلغ الناشر.
environment-hash = إحدى الحزم ليست التي وقّعها الناشر؛ وقد رفضها pip.
environment-hash-hint = القرص، أو برنامج آخر، يغيّر الملفات. لم يُبدَّل الإصدار المستخدم. حاول مجددًا.
environment-build = تعذّر بناء { $package } على هذا الحاسوب.
environment-build-hint = في التفاصيل رسائل البناء؛ كثيرًا ما تكون ملفات تطوير إحدى المكتبات ناقصة. قد تتوفر حزمة جاهزة لإصدار Python آخر: جرّب --python.
    .window = في التفاصيل رسائل البناء؛ كثيرًا ما تكون ملفات تطوير إحدى المكتبات ناقصة. قد تتوفر حزمة جاهزة لإصدار Python آخر.
environment-no-headers = يجب بناء { $package } على هذا الحاسوب، لكن { $python } بلا ترويسات C.
environment-no-headers-hint = ثبّت ملفات تطوير Python (في دبيان: python3-dev)، أو جرّب نسخة Python أخرى باستخدام --python.
    .window = ثبّت ملفات تطوير Python (في دبيان: python3-dev).
environment-no-command = ليس في الإصدار الأمر «{ $command }»، مع أنه يذكره.
environment-no-command-hint = هذا خطأ من الناشر: أبلغه به. لم يُبدَّل الإصدار المستخدم.
environment-changed = بعد التثبيت لم يكن { $path } كما ينبغي.
environment-changed-hint = القرص، أو برنامج آخر (مضاد فيروسات؟)، يغيّر الملفات. لم يُبدَّل الإصدار المستخدم. حاول مجددًا.
environment-check = الحزم المثبَّتة لا تتوافق بعضها مع بعض.
environment-check-hint = هذا خطأ في الإصدار: أبلغ الناشر. لم يُبدَّل الإصدار المستخدم.
environment-smoke-test = التطبيق المثبَّت حديثًا لا يبدأ.
environment-smoke-test-hint = في التفاصيل ما قاله. لم يُبدَّل الإصدار المستخدم. أبلغ الناشر بذلك.
environment-time = استغرقت إحدى خطوات التثبيت وقتًا أطول من اللازم فأوقفت.
environment-time-hint = حاول مجددًا حين يكون الحاسوب أقل انشغالًا. لم يُبدَّل الإصدار المستخدم.

activate-launcher-taken = يخص { $path } شيئًا آخر، ولم يُكتب فوقه.
activate-launcher-taken-hint = انقله أو احذفه، ثم أعد التشغيل.
activate-unsafe = إما أن { $path } رابط، أو يملكه شخص آخر، أو يستطيع آخرون الكتابة فيه. لم يُستخدم.
activate-unsafe-hint = اسحب إذن الكتابة من الآخرين (chmod go-w)، أو احذفه، أو اختر مجلدًا آخر: باستخدام --prefix للتطبيق، وبالمتغير XDG_CACHE_HOME للتنزيلات.
    .window = اسحب إذن الكتابة من الآخرين (chmod go-w)، أو احذفه، أو اختر مجلدًا آخر (بالمتغير XDG_CACHE_HOME للتنزيلات).
activate-anothers = التثبيت الموجود في { $folder } يملكه حساب آخر: { $owner }.
activate-anothers-hint = لا يستطيع تغييره أو إزالته إلا ذلك الحساب. اختر مجلدًا آخر باستخدام --prefix.
    .window = لا يستطيع تغييره أو إزالته إلا ذلك الحساب. اختر مجلدًا آخر.
activate-damaged-receipt = الملف { $path } تالف، فلا يُعرف منه ما يخص التثبيت.
activate-damaged-receipt-hint = شغّل هذا البرنامج بلا أمر: سيثبّت التطبيق من جديد ويكتب الملف مرة أخرى. ثم أزله.
activate-foreign = كان { $path } موجودًا من قبل وليس جزءًا من أي تثبيت؛ وقد تُرك كما هو.
activate-foreign-hint = اختر مجلدًا آخر باستخدام --prefix، أو انقله ثم أعد التشغيل.
    .window = اختر مجلدًا آخر، أو انقله ثم أعد التشغيل.
activate-previous-gone = الإصدار { $version } المحفوظ للعودة إليه لم يعد يبدأ: ملفاته أو Python الخاص به لم تعد موجودة.
activate-previous-gone-hint = ابقَ على الإصدار المثبَّت؛ فلم يُمسّ.
activate-newer-receipt = كتب مثبِّت أحدث الملف { $path }.
activate-newer-receipt-hint = استخدم ذلك المثبِّت، أو احصل على أحدث واحد من الناشر.

verify-damaged = { $count ->
    [zero] المثبَّت ليس كما ينبغي (عدد المواضع: { COUNT($count) }).
    [one] المثبَّت ليس كما ينبغي، في موضع واحد.
    [two] المثبَّت ليس كما ينبغي، في موضعين.
    [few] المثبَّت ليس كما ينبغي، في { COUNT($count) } مواضع.
    [many] المثبَّت ليس كما ينبغي، في { COUNT($count) } موضعًا.
   *[other] المثبَّت ليس كما ينبغي، في { COUNT($count) } موضع.
}
verify-damaged-hint = شغّل «{ $command }»: يصلح ما تلف ولا يمس بياناتك.
    .window = شغّل «{ window-repair }»: يصلح ما تلف ولا يمس بياناتك.
verify-damaged-anothers = { $count ->
    [zero] المثبَّت ليس كما ينبغي (عدد المواضع: { COUNT($count) }).
    [one] المثبَّت ليس كما ينبغي، في موضع واحد.
    [two] المثبَّت ليس كما ينبغي، في موضعين.
    [few] المثبَّت ليس كما ينبغي، في { COUNT($count) } مواضع.
    [many] المثبَّت ليس كما ينبغي، في { COUNT($count) } موضعًا.
   *[other] المثبَّت ليس كما ينبغي، في { COUNT($count) } موضع.
}
verify-damaged-anothers-hint = لا يستطيع إصلاحه إلا الحساب الذي يملكه: { $owner }.
uninstall-declined = لم يُزل شيء.
uninstall-declined-hint = يبقى التطبيق كما كان. لإزالته أعد التشغيل وأجب بنعم.
uninstall-mounted = يوجد محرك أقراص آخر موصول عند { $path }، لذلك لم يُزل مجلد البيانات الذي يحتويه.
uninstall-mounted-hint = افصل المحرك أولًا، أو أزل التطبيق دون هذا المجلد.

busy = هناك تثبيت آخر جارٍ في { $folder }.
busy-hint = انتظر حتى ينتهي ثم أعد التشغيل؛ الخيار --wait SECONDS ينتظر تلقائيًا.
    .window = انتظر حتى ينتهي ثم أعد التشغيل.
cancelled = أُلغي. يبقى ما كان مثبَّتًا كما هو.
cancelled-hint = أعد التشغيل متى شئت: ما سبق تنزيله محفوظ.
internal = حدث خطأ داخل هذا البرنامج.
internal-hint = هذا خطأ منا. نرجو الإبلاغ عنه مع التفاصيل.

log-unwritable = تعذّرت كتابة السجل { $path }.
log-unwritable-hint = حدّد ملفًا في مجلد يمكنك الكتابة فيه، أو احذف --log.
