usage-unknown-command = אין פקודה ”{ $command }”.
usage-unknown-command-hint = { $suggestion ->
    [none] הפקודה ”{ $program } --help” מציגה את האפשרויות.
   *[other] האם הכוונה הייתה ל”{ $suggestion }”? הפקודה ”{ $program } --help” מציגה את האפשרויות.
}
usage-two-commands = ”{ $first }” ו”{ $second }” הן שתי פקודות.
usage-two-commands-hint = יש לתת פקודה אחת בכל פעם, הרצה אחר הרצה.
usage-unknown-option = אין אפשרות ”{ $option }”.
usage-unknown-option-hint = { $suggestion ->
    [none] הפקודה ”{ $program } --help” מציגה את האפשרויות.
   *[other] האם הכוונה הייתה ל”{ $suggestion }”? הפקודה ”{ $program } --help” מציגה את האפשרויות.
}
usage-missing-value = לאפשרות ”{ $option }” נדרש ערך.
usage-missing-value-hint = יש לכתוב את הערך אחריה: ”{ $option } VALUE”. ראו ”{ $program } --help”.
usage-surplus-value = האפשרות ”{ $option }” אינה מקבלת ערך.
usage-surplus-value-hint = יש לכתוב ”{ $option }” בלבד. ראו ”{ $program } --help”.
usage-bad-value = הערך ”{ $value }” אינו מתאים לאפשרות ”{ $option }”.
usage-bad-value-hint = הפקודה ”{ $program } --help” מציגה למה מצפה ”{ $option }”.
usage-twice = האפשרות ”{ $option }” צוינה פעמיים.
usage-twice-hint = יש לציין אותה פעם אחת.
usage-conflict = אי אפשר להשתמש ב”{ $option }” וב”{ $other }” יחד.
usage-conflict-hint = יש להשמיט אחת מהן.
usage-misplaced-option = לאפשרות ”{ $option }” אין השפעה בפקודה הזאת.
usage-misplaced-option-hint = היא שייכת אל: { $commands }
usage-bad-profile = אי אפשר להשתמש בפרופיל היישום { $path }.
usage-bad-profile-hint = על התיקייה להכיל profile.toml ו־root.json קריאים. יש לבקש עותק חדש ממי שמסר אותה.
usage-bad-certificates = הקובץ { $path } אינו מכיל אישורים שאפשר להשתמש בהם.
usage-bad-certificates-hint = יש לציין קובץ עם אישורים במבנה PEM באמצעות --ca.
usage-no-certificates = אי אפשר לקרוא את קובץ רשויות האישורים { $path }.
usage-no-certificates-hint = יש לבדוק את השם שאחרי --ca: זה צריך להיות קובץ שמותר לך לקרוא, עם אישורים במבנה PEM.
usage-bad-proxy = אי אפשר להשתמש ב־{ $host } כשרת מתווך.
usage-bad-proxy-hint = יש לבדוק את הערך של --proxy.
usage-no-home = לחשבון הזה אין תיקיית בית.
usage-no-home-hint = יש להגדיר את HOME, או להריץ בחשבון שיש לו תיקיית בית.
usage-no-such-data = { $path } אינה תיקייה עם נתונים של היישום הזה.
usage-no-such-data-hint = { $folders ->
    [none] היישום הזה אינו מציין תיקיית נתונים, או שאין כזאת.
   *[other] יש לציין אחת מאלה בדיוק כפי שהיא כתובה כאן: { $folders }
}
usage-no-consent = הסרת יישום דורשת אישור, וכאן אין את מי לשאול.
usage-no-consent-hint = אם יש להסיר את היישום, יש להריץ שוב עם --yes.
usage-no-face = לא היה אפשר לפתוח את החלון, ואין כאן מסוף שאפשר לשאול בו.
usage-no-face-hint = יש להריץ במסוף: { $command }

repository-unreachable = לא היה אפשר להגיע אל { $place }, או שלא התקבלה תשובה תקינה (בבקשת { $file }).
repository-unreachable-hint = יש לבדוק את החיבור לאינטרנט ואת הגדרות השרת המתווך ולנסות שוב. דבר לא השתנה.
repository-not-there = אין הפצות ב־{ $place }: הקובץ { $file } חסר.
repository-not-there-hint = יש לבדוק את הכתובת. אם היא נכונה, יש להודיע למפרסם היישום.
repository-too-long = נשלחו מ־{ $place } יותר מ־{ BYTES($limit) }, הגודל המותר לקובץ { $file }.
repository-too-long-hint = אין לתת אמון בשרת עצמו או במשהו בדרך אליו. כדאי לנסות רשת אחרת, ולהודיע למפרסם אם זה קורה שוב.
repository-offline = ההפצות נמצאות ב־{ $place }, והאפשרות --offline אוסרת לחפש שם.
repository-offline-hint = יש להריץ בלי --offline, או לציין תיקיית הפצות באמצעות --repository.

trust-expired = תוקף חתימת המפרסם עבור ”{ $role }” פג ב־{ $expires }; שעון המחשב הזה מראה { $now }.
trust-expired-hint = יש לבדוק את התאריך והשעה של המחשב. אם הם נכונים, על המפרסם לחדש את החתימה: יש להודיע לו ולנסות שוב מאוחר יותר.
trust-clock-behind = תוקף חתימת המפרסם עבור ”{ $role }” פג ב־{ $expires }. שעון המחשב הזה מראה { $now }, אבל השעה הייתה { $known } כשהתוכנית הזאת נוצרה או פעלה לאחרונה.
trust-clock-behind-hint = יש לבדוק את התאריך והשעה של המחשב. אם השעון היה שגוי קודם וכעת הוא נכון, יש להסיר ולהתקין שוב.
trust-threshold = מספר המפתחות שחתמו על ”{ $role }” הוא { COUNT($have) } מתוך { COUNT($need) } הנדרשים.
trust-threshold-hint = אין להתקין מהמקור הזה. ההפצה שונתה, או שלא די מפרסמים חתמו עליה. יש להודיע למפרסם.
trust-rollback = השרת מציע גרסה { $offered } של ”{ $role }”, ישנה מגרסה { $trusted } שכבר נראתה.
trust-rollback-hint = השרת, או משהו בדרך אליו, מציג מצב ישן. כדאי לנסות רשת או מראה אחרת; אם זה נמשך, יש להודיע למפרסם.
trust-malformed = הקובץ { $file } אינו נראה כמו קובץ של המפרסם.
trust-malformed-hint = ייתכן שדף ההתחברות של הרשת ענה במקום השרת: יש לפתוח דף אינטרנט כלשהו, להתחבר ולנסות שוב. אם זה נמשך, יש להודיע למפרסם.
trust-web-page = במקום קובץ המפרסם { $file } התקבל דף אינטרנט.
trust-web-page-hint = כנראה שהרשת הזאת דורשת התחברות: יש לפתוח דף אינטרנט כלשהו, להתחבר ולנסות שוב.
trust-inconsistent = קובצי המפרסם אינם תואמים זה לזה, ב־{ $file }.
trust-inconsistent-hint = ייתכן שהפצה חדשה נמצאת כעת בדרכה לשרת: כדאי לנסות שוב בעוד כמה דקות. אם זה נמשך, יש להודיע למפרסם.
trust-many-roots = מאז הבדיקה האחרונה של המחשב הזה, מספר השינויים במפתחות המפרסם עבר את { COUNT($limit) }.
trust-many-roots-hint = יש להפעיל שוב: ההמשך יהיה מכאן.
trust-other-application = זו הפצה של { $found }, לא של { $expected }.
trust-other-application-hint = יש לבדוק את כתובת המאגר. אם היא נכונה, יש להודיע למפרסם.
trust-unsupported = הקובץ { $file } משתמש בדבר שהתוכנית הזאת אינה תומכת בו: { $feature }.
trust-unsupported-hint = יש לקבל מהמפרסם את תוכנית ההתקנה החדשה ביותר.
trust-mismatch = { $file } אינו הקובץ שהמפרסם חתם עליו.
trust-mismatch-hint = הקובץ שונה או ניזוק, ולא נעשה בו שימוש. כדאי לנסות שוב או מרשת אחרת; אם זה נמשך, יש להודיע למפרסם.
trust-too-long = הקובץ { $file } גדול מהמותר ({ BYTES($limit) }).
trust-too-long-hint = לא נעשה שימוש בקובץ. יש להודיע למפרסם.
trust-floor = השרת מציע את { $offered }, אבל תוכנית ההתקנה הזאת אינה מקבלת דבר מתחת ל־{ $floor }.
trust-floor-hint = השרת, או משהו בדרך אליו, מציג מצב ישן. כדאי לנסות רשת או מראה אחרת; אם זה נמשך, יש להודיע למפרסם.
trust-newer-format = הקובץ { $file } הוא במבנה { $format }; התוכנית הזאת קוראת עד { $supported }.
trust-newer-format-hint = יש לקבל מהמפרסם את תוכנית ההתקנה החדשה ביותר.

plan-older = מותקנת גרסה { $installed }; הגרסה הישנה { $offered } לא תותקן במקומה.
plan-older-hint = אם רצויה הגרסה הישנה, יש להסיר תחילה את המותקנת. הנתונים שלך נשארים.
plan-replaced = גרסה { $version } פורסמה מחדש, והשרת מציע את המוקדמת מבין השתיים.
plan-replaced-hint = השרת, או משהו בדרך אליו, מציג מצב ישן. כדאי לנסות רשת או מראה אחרת; אם זה נמשך, יש להודיע למפרסם.
plan-below-floor = בגרסה { $offered } יש בעיות אבטחה ידועות; המפרסם כבר אינו מקבל דבר מתחת ל־{ $floor }.
plan-below-floor-hint = יש להשתמש בגרסה חדשה יותר. אם אין כזאת, יש להודיע למפרסם.
plan-not-installed = היישום אינו מותקן כאן.
plan-not-installed-hint = יש להתקין אותו תחילה, או לציין את התיקייה שלו באמצעות --prefix.
    .window = יש להתקין אותו תחילה.
plan-no-previous = אין גרסה קודמת שאפשר לחזור אליה.
plan-no-previous-hint = אחרי כל עדכון נשמרת גרסה קודמת אחת בלבד. מה שמותקן נשאר כפי שהוא.
plan-other-application = בתיקייה נמצא { $installed }; אי אפשר להתקין שם את { $offered }.
plan-other-application-hint = יש לבחור תיקייה אחרת באמצעות --prefix.
    .window = יש לבחור תיקייה אחרת.
plan-no-python = לא נמצא Python מתאים. נדרש: { $needed }.
plan-no-python-hint = יש להתקין Python כזה מ־python.org או באמצעות מנהל החבילות של המערכת, או לציין אחד באמצעות --python.
    .window = יש להתקין Python כזה מ־python.org או באמצעות מנהל החבילות של המערכת.
plan-other-python = התבקש { $asked }, ואי אפשר להשתמש בו. נדרש: { $needed }.
plan-other-python-hint = יש לציין Python אחר באמצעות --python, או להשמיט את האפשרות: אז יחופש אחד מתאים. בפרטים כתוב מה נמצא.
plan-no-wheel = אין חבילה מוכנה למחשב הזה ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = אפשר לנסות Python אחר באמצעות --python. אחרת, יש לבקש מהמפרסם לתמוך במחשב הזה.
    .window = אפשר להתקין גרסה אחרת של Python. אחרת, יש לבקש מהמפרסם לתמוך במחשב הזה.
plan-no-compiler = יש לבנות את החבילות האלה במחשב הזה, אבל לא נמצא מהדר C תקין עם קובצי הכותרות של Python: { $packages }.
plan-no-compiler-hint = יש להתקין מהדר C ואת קובצי הפיתוח של Python (בדביאן: build-essential ו־python3-dev), או לנסות Python אחר באמצעות --python.
    .window = יש להתקין מהדר C ואת קובצי הפיתוח של Python (בדביאן: build-essential ו־python3-dev).
plan-bad-lock = ההפצה סותרת את עצמה לגבי החבילה { $package }.
plan-bad-lock-hint = זו טעות של המפרסם: יש להודיע לו. דבר לא השתנה.

fetch-unreachable = לא היה אפשר להוריד את { $artifact }: לא היה אפשר להגיע אל { $host }.
fetch-unreachable-hint = יש לבדוק את החיבור לאינטרנט ואת הגדרות השרת המתווך, ולהפעיל שוב: מה שכבר הורד נשמר.
fetch-server = לא היה אפשר להוריד את { $artifact }: התקבלה מ־{ $host } שגיאה { $status }.
fetch-server-hint = כדאי לנסות שוב מאוחר יותר: מה שכבר הורד נשמר.
fetch-not-found = { $artifact } אינו נמצא באף אחד מהמקומות שבהם הוא אמור להיות.
fetch-not-found-hint = אם ציינת אינדקס, מראה או תיקייה, יש לוודא שהקובץ נמצא שם. אחרת, יש להודיע למפרסם.
fetch-cut = החיבור נותק במהלך ההורדה של { $artifact }: התקבלו { BYTES($have) } מתוך { BYTES($size) }.
fetch-cut-hint = יש להפעיל שוב: ההורדה תמשיך מהמקום שבו נעצרה.
fetch-short = { $artifact } הסתיים מוקדם מדי: { BYTES($have) } במקום { BYTES($size) }.
fetch-short-hint = השרת או שרת מתווך שולח קובץ לא שלם. יש להפעיל שוב, או להשתמש ברשת או במראה אחרת.
fetch-too-long = { $artifact } גדול מהגודל שהמפרסם חתם עליו ({ BYTES($size) }).
fetch-too-long-hint = לא נעשה שימוש בקובץ. כדאי לנסות רשת או מראה אחרת; אם זה נמשך, יש להודיע למפרסם.
fetch-wrong-hash = { $artifact } שהתקבל מ־{ $host } אינו הקובץ שהמפרסם חתם עליו.
fetch-wrong-hash-hint = הקובץ שונה או ניזוק בדרך, ולא נעשה בו שימוש. כדאי לנסות רשת או מראה אחרת; אם זה נמשך, יש להודיע למפרסם.
fetch-login-page = התקבל מ־{ $host } דף אינטרנט במקום הקובץ.
fetch-login-page-hint = כנראה שהרשת הזאת דורשת התחברות: יש לפתוח דף אינטרנט כלשהו, להתחבר ולהפעיל שוב.
fetch-slow = השליחה של { $artifact } מ־{ $host } איטית מדי.
fetch-slow-hint = יש להפעיל שוב מאוחר יותר או מרשת אחרת: ההורדה תמשיך מהמקום שבו נעצרה.
fetch-redirect = { $host } מפנה את ההורדה של { $artifact } במעגל או למקום לא בטוח.
fetch-redirect-hint = כדאי לנסות רשת או מראה אחרת; אם זה נמשך, יש להודיע למפרסם.
fetch-confused = התשובה של { $host } לגבי { $artifact } חסרת משמעות.
fetch-confused-hint = כדאי לנסות שוב מאוחר יותר, או מראה או אינדקס אחרים.
fetch-tls = { $issuer ->
    [unknown] החיבור אל { $host } אינו בטוח: המחשב הזה אינו נותן אמון באישור שלו.
   *[other] החיבור אל { $host } אינו בטוח: האישור שלו הונפק על ידי { $issuer }, והמחשב הזה אינו נותן בו אמון.
}
fetch-tls-hint = בחברות ייתכן שהרשת בודקת חיבורים: יש לבקש את רשות האישורים שלה ולציין את הקובץ באמצעות --ca. במקומות אחרים יש להשתמש ברשת אחרת.
    .window = בחברות ייתכן שהרשת בודקת חיבורים: יש לבקש ממי שמטפל במחשב הזה להוסיף את רשות האישורים של החברה לרשויות המהימנות. במקומות אחרים יש להשתמש ברשת אחרת.
fetch-proxy = { $proxy ->
    [unknown] השרת המתווך בדרך אל { $host } דורש שם וססמה, או מסרב לאלה שנמסרו לו.
   *[other] השרת המתווך { $proxy } דורש שם וססמה, או מסרב לאלה שנמסרו לו.
}
fetch-proxy-hint = יש לציין אותם באמצעות --proxy http://NAME:PASSWORD@HOST:PORT.
fetch-proxy-unreachable = לא היה אפשר להגיע אל השרת המתווך { $proxy }, ולכן לא היה אפשר לפנות אל { $host }.
fetch-proxy-unreachable-hint = יש לבדוק את השם והפתחה של השרת המתווך: אחרי --proxy, במשתנים http_proxy ו־https_proxy, או בהגדרות המערכת. מה שכבר הורד נשמר.
    .window = יש לבדוק את השם והפתחה של השרת המתווך: במשתנים http_proxy ו־https_proxy, או בהגדרות המערכת. מה שכבר הורד נשמר.
fetch-login = { $host } דורש שם וססמה, או מסרב לאלה שנמסרו לו.
fetch-login-hint = יש לציין אותם בכתובת, https://NAME:PASSWORD@HOST/…, במקום שבו ציינת אותה: --index-url, --mirror או --repository. אם לא ציינת כתובת, יש להודיע למפרסם.
    .window = יש לציין אותם בכתובת, https://NAME:PASSWORD@HOST/…, במקום שבו ציינת אותה. אם לא ציינת כתובת, יש להודיע למפרסם.
fetch-offline = { $count ->
    [one] חסר קובץ אחד, והאפשרות --offline אוסרת להוריד אותו: { $artifacts }
    [two] חסרים שני קבצים, והאפשרות --offline אוסרת להוריד אותם: { $artifacts }
   *[other] חסרים { COUNT($count) } קבצים, והאפשרות --offline אוסרת להוריד אותם: { $artifacts }
}
fetch-offline-hint = יש לשים את הקבצים בתיקייה ולציין אותה באמצעות --find-links, או להריץ בלי --offline.

disk-full = אין די מקום ב־{ $folder }.
disk-full-hint = יש לפנות מקום או לבחור תיקייה אחרת: באמצעות --prefix עבור היישום, ובאמצעות המשתנה XDG_CACHE_HOME עבור ההורדות. מה שכבר הורד נשמר.
    .window = יש לפנות מקום. מה שכבר הורד נשמר.
disk-no-room = דרושים { BYTES($needed) } ב־{ $folder }, ופנויים { BYTES($free) }.
disk-no-room-hint = יש לפנות מקום או לבחור תיקייה אחרת: באמצעות --prefix עבור היישום, ובאמצעות המשתנה XDG_CACHE_HOME עבור ההורדות. מה שכבר הורד נשמר.
    .window = יש לפנות מקום. מה שכבר הורד נשמר.
disk-rights = אין הרשאה לכתוב אל { $path }.
disk-rights-hint = יש לשנות את ההרשאות, או לבחור תיקייה אחרת באמצעות --prefix. אין צורך בהרשאות מנהל.
    .window = יש לשנות את ההרשאות. אין צורך בהרשאות מנהל.
disk-foreign-home = תיקיית הבית { $path } שייכת לחשבון אחר מזה שמריץ את התוכנית. לא נכתב בה דבר.
disk-foreign-home-hint = יש להפעיל ללא sudo; אין צורך בהרשאות מנהל. כדי להתקין עבור החשבון הזה עצמו יש להשתמש ב-sudo -H.
disk-name = אי אפשר ליצור את { $path }: השם ארוך מדי, או שיש בו תווים שאסורים שם.
disk-name-hint = יש לבחור תיקייה עם שם קצר יותר, קרוב לראש הדיסק, באמצעות --prefix.
    .window = יש לבחור תיקייה עם שם קצר יותר, קרוב לראש הדיסק.
disk-no-rename = אי אפשר לשנות שמות של קבצים ב־{ $folder }.
disk-no-rename-hint = יש לבחור תיקייה בדיסק אחר: באמצעות --prefix עבור היישום, ובאמצעות המשתנה XDG_CACHE_HOME עבור ההורדות.
    .window = יש לבחור תיקייה בדיסק אחר (באמצעות המשתנה XDG_CACHE_HOME עבור ההורדות).
disk-no-links = התיקייה { $folder } אינה יכולה להכיל קישורים סמליים, והיישום זקוק להם.
disk-no-links-hint = יש לבחור תיקייה בדיסק אחר באמצעות --prefix; בהתקני USB ובכונני רשת אין לעיתים קרובות קישורים.
    .window = יש לבחור תיקייה בדיסק אחר; בהתקני USB ובכונני רשת אין לעיתים קרובות קישורים.
disk-no-locks = אי אפשר לנעול קבצים ב־{ $folder }, ולכן שתי התקנות עלולות להפריע זו לזו.
disk-no-locks-hint = יש לבחור תיקייה בדיסק של המחשב הזה עצמו: באמצעות --prefix עבור היישום, ובאמצעות המשתנה XDG_CACHE_HOME עבור ההורדות.
    .window = יש לבחור תיקייה בדיסק של המחשב הזה עצמו (באמצעות המשתנה XDG_CACHE_HOME עבור ההורדות).
disk-no-execution = אסור להפעיל תוכניות ב־{ $folder }, ולכן היישום לא יוכל לפעול שם.
disk-no-execution-hint = יש לבחור תיקייה שמותר להפעיל בה תוכניות, באמצעות --prefix.
    .window = יש לבחור תיקייה שמותר להפעיל בה תוכניות.
disk-no-room-for-files = מספר הקבצים שייווצרו ב־{ $folder } הוא בערך { COUNT($needed) }, ובדיסק יש מקום לעוד { COUNT($free) } בלבד.
disk-no-room-for-files-hint = יש להסיר משם קבצים, או לבחור תיקייה בדיסק אחר באמצעות --prefix.
    .window = יש להסיר משם קבצים, או לבחור תיקייה בדיסק אחר.
disk-path-too-long = הנתיב { $folder } ארוך מדי: אורכו המרבי בתווים הוא { COUNT($most) }, כדי שיהיה אפשר לתת שמות לקבצים שבו.
disk-path-too-long-hint = יש לבחור תיקייה עם נתיב קצר יותר באמצעות --prefix.
    .window = יש לבחור תיקייה עם נתיב קצר יותר.
disk-names-too-short = האורך המרבי של שמות קבצים ב־{ $folder } הוא { COUNT($most) } תווים; דרושים { COUNT($needed) }. כך זה לעיתים קרובות בתיקיות מוצפנות.
disk-names-too-short-hint = יש לבחור תיקייה אחרת להורדות באמצעות המשתנה XDG_CACHE_HOME.
disk-other = לא היה אפשר לקרוא את { $path } או לכתוב אליו.
disk-other-hint = בפרטים כתוב מה מסרה המערכת. יש לבדוק אם משהו אחר נמצא שם או משתמש בו, ולנסות שוב; ב־Windows ייתכן שתוכנת אנטי־וירוס מחזיקה בקובץ.

limit-open-files = מספר הקבצים הפתוחים בו־זמנית שמותר לחשבון הזה הוא { COUNT($limit) }; דרושים { COUNT($needed) }.
limit-open-files-hint = יש להגדיל את המגבלה (”ulimit -n”), או לפנות למי שמטפל במחשב הזה.
limit-file-size = החשבון הזה רשאי לכתוב קבצים של עד { BYTES($limit) } בלבד; דרושים { BYTES($needed) }.
limit-file-size-hint = יש להגדיל את המגבלה (”ulimit -f”), או לפנות למי שמטפל במחשב הזה.

environment-runtime = לא היה אפשר לפרוס את ה־Python שמגיע עם ההפצה, או שהוא אינו פועל.
environment-runtime-hint = יש להתקין Python מ־python.org ולציין אותו באמצעות --python, ולהודיע למפרסם.
    .window = יש להתקין Python מ־python.org, ולהודיע למפרסם.
environment-create = Python לא הצליח ליצור סביבה ליישום.
environment-create-hint = בפרטים כתוב מדוע. אפשר לנסות Python אחר באמצעות --python, או תיקייה אחרת באמצעות --prefix.
    .window = בפרטים כתוב מדוע. אפשר לבחור תיקייה אחרת, או להתקין גרסה אחרת של Python.
environment-start = לא היה אפשר להפעיל את { $program }.
environment-start-hint = בפרטים כתוב מדוע. ייתכן שאסור להפעיל תוכניות בתיקייה הזאת: יש לבחור תיקייה אחרת באמצעות --prefix.
    .window = בפרטים כתוב מדוע. ייתכן שאסור להפעיל תוכניות בתיקייה הזאת: יש לבחור תיקייה אחרת.
environment-wheel-refused = { $wheel } מכיל דבר שאף חבילה לא אמורה להכיל, ולא הותקן.
environment-wheel-refused-hint = בפרטים כתוב מה. יש להודיע למפרסם. דבר לא השתנה.
environment-pip = לא היה אפשר להתקין את החבילות.
environment-pip-hint = בפרטים כתוב מה מסר pip. דבר לא השתנה. אם זה קורה שוב, יש להודיע למפרסם.
environment-pip-python = ה־pip של ההפצה ({ $pip }) אינו פועל עם Python { $python }.
environment-pip-python-hint = יש לציין Python אחר באמצעות --python, ולהודיע למפרסם.
    .window = יש להתקין גרסה אחרת של Python, ולהודיע למפרסם.
environment-hash = אחת החבילות אינה זו שהמפרסם חתם עליה; pip סירב לה.
environment-hash-hint = הדיסק, או תוכנית אחרת, משנה קבצים. לא בוצע מעבר. כדאי לנסות שוב.
environment-build = לא היה אפשר לבנות את { $package } במחשב הזה.
environment-build-hint = בפרטים כתוב מה מסרה הבנייה; לעיתים קרובות חסרים קובצי הפיתוח של ספרייה. ייתכן של־Python אחר יש חבילה מוכנה: כדאי לנסות את --python.
    .window = בפרטים כתוב מה מסרה הבנייה; לעיתים קרובות חסרים קובצי הפיתוח של ספרייה. ייתכן של־Python אחר יש חבילה מוכנה.
environment-no-headers = יש לבנות את { $package } במחשב הזה, אבל ל־{ $python } אין קובצי כותרות של C.
environment-no-headers-hint = יש להתקין את קובצי הפיתוח של Python (בדביאן: python3-dev), או לנסות Python אחר באמצעות --python.
    .window = יש להתקין את קובצי הפיתוח של Python (בדביאן: python3-dev).
environment-no-command = אין בהפצה פקודה ”{ $command }”, אף שהיא מצהירה עליה.
environment-no-command-hint = זו טעות של המפרסם: יש להודיע לו. לא בוצע מעבר.
environment-changed = לאחר ההתקנה { $path } לא היה כפי שהוא אמור להיות.
environment-changed-hint = הדיסק, או תוכנית אחרת (אנטי־וירוס?), משנה קבצים. לא בוצע מעבר. כדאי לנסות שוב.
environment-check = החבילות המותקנות אינן תואמות זו לזו.
environment-check-hint = זו טעות בהפצה: יש להודיע למפרסם. לא בוצע מעבר.
environment-smoke-test = היישום שהותקן זה עתה אינו עולה.
environment-smoke-test-hint = בפרטים כתוב מה הוא מסר. לא בוצע מעבר. יש להודיע למפרסם.
environment-time = שלב בהתקנה נמשך זמן רב מדי ונעצר.
environment-time-hint = כדאי לנסות שוב כשהמחשב פחות עמוס. לא בוצע מעבר.

activate-launcher-taken = { $path } שייך לדבר אחר ולא נדרס.
activate-launcher-taken-hint = יש להזיז או להסיר אותו, ולהפעיל שוב.
activate-unsafe = { $path } הוא קישור, שייך למישהו אחר, או פתוח לכתיבה לאחרים. לא נעשה בו שימוש.
activate-unsafe-hint = יש לשלול מאחרים את הרשאת הכתיבה (chmod go-w), להסיר אותו, או לבחור תיקייה אחרת: באמצעות --prefix עבור היישום, ובאמצעות המשתנה XDG_CACHE_HOME עבור ההורדות.
    .window = יש לשלול מאחרים את הרשאת הכתיבה (chmod go-w), להסיר אותו, או לבחור תיקייה אחרת (באמצעות המשתנה XDG_CACHE_HOME עבור ההורדות).
activate-anothers = ההתקנה בתיקייה { $folder } שייכת לחשבון אחר: { $owner }.
activate-anothers-hint = רק אותו חשבון יכול לשנות או להסיר אותה. יש לבחור תיקייה אחרת באמצעות --prefix.
    .window = רק אותו חשבון יכול לשנות או להסיר אותה. יש לבחור תיקייה אחרת.
activate-damaged-receipt = הקובץ { $path } פגום, ולכן לא ידוע ממנו מה שייך להתקנה.
activate-damaged-receipt-hint = יש להפעיל את התוכנית הזאת ללא פקודה: היא תתקין את היישום מחדש ותכתוב שוב את הקובץ. לאחר מכן יש להסיר.
activate-foreign = { $path } היה כאן קודם ואינו חלק מהתקנה; לא נעשה בו שינוי.
activate-foreign-hint = יש לבחור תיקייה אחרת באמצעות --prefix, או להזיז אותו ולהפעיל שוב.
    .window = יש לבחור תיקייה אחרת, או להזיז אותו ולהפעיל שוב.
activate-previous-gone = גרסה { $version } שנשמרה לחזרה אינה יכולה עוד לעלות: הקבצים שלה או ה־Python שלה אינם.
activate-previous-gone-hint = יש להישאר בגרסה המותקנת; לא נגענו בה.
activate-newer-receipt = תוכנית התקנה חדשה יותר כתבה את { $path }.
activate-newer-receipt-hint = יש להשתמש בתוכנית ההתקנה ההיא, או לקבל מהמפרסם את החדשה ביותר.

verify-damaged = { $count ->
    [one] מה שמותקן אינו תקין, במקום אחד.
    [two] מה שמותקן אינו תקין, בשני מקומות.
   *[other] מה שמותקן אינו תקין, ב־{ COUNT($count) } מקומות.
}
verify-damaged-hint = יש להפעיל את ”{ $command }”: הפקודה מתקנת את מה שניזוק ואינה נוגעת בנתונים שלך.
    .window = יש להפעיל את ”{ window-repair }”: הפקודה מתקנת את מה שניזוק ואינה נוגעת בנתונים שלך.
verify-damaged-anothers = { $count ->
    [one] מה שמותקן אינו תקין, במקום אחד.
    [two] מה שמותקן אינו תקין, בשני מקומות.
   *[other] מה שמותקן אינו תקין, ב־{ COUNT($count) } מקומות.
}
verify-damaged-anothers-hint = רק החשבון שאליו היא שייכת יכול לתקן אותה: { $owner }.
uninstall-declined = דבר לא הוסר.
uninstall-declined-hint = היישום נשאר כפי שהיה. כדי להסיר אותו יש להפעיל שוב ולענות כן.
uninstall-mounted = כונן אחר מחובר ב־{ $path }, ולכן תיקיית הנתונים שמכילה אותו לא הוסרה.
uninstall-mounted-hint = יש לנתק תחילה את הכונן, או להסיר את היישום בלי התיקייה הזאת.

busy = התקנה אחרת פועלת כעת ב־{ $folder }.
busy-hint = יש להמתין עד שתסתיים ולהפעיל שוב; האפשרות --wait SECONDS ממתינה מעצמה.
    .window = יש להמתין עד שתסתיים ולהפעיל שוב.
cancelled = בוטל. מה שהיה מותקן קודם נשאר כפי שהיה.
cancelled-hint = אפשר להפעיל שוב בכל עת: מה שכבר הורד נשמר.
internal = משהו השתבש בתוך התוכנית הזאת.
internal-hint = זו טעות שלנו. נא לדווח עליה בצירוף הפרטים.

log-unwritable = אי אפשר לכתוב את היומן { $path }.
log-unwritable-hint = יש לציין קובץ בתיקייה שמותר לך לכתוב אליה, או להשמיט את --log.
