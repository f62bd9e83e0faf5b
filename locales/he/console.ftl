plan-publisher = {"  "}מפרסם: { $publisher }; נחתם ב־{ COUNT($signed) } מתוך { COUNT($keys) } מפתחות (נדרשים: { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}חבילות: { COUNT($packages) } ({ BYTES($size) }, מתוכם { BYTES($fetch) } להורדה)
plan-builds = {"  "}נבנות במחשב הזה: { $packages }
plan-running = {"  "}פועל כעת: { $programs }. הוא ימשיך בגרסה שבה הופעל, ודבר ממה שנחוץ לו לא יוסר.
plan-go-back-data = {"  "}הנתונים שלך נשארים כפי שהם. ייתכן שהגרסה הישנה לא תבין את מה שכתבה הגרסה החדשה: אם זה חשוב, כדאי ליצור עותק לפני כן.
plan-folder = {"  "}תיקייה: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = גרסה { $version } הותקנה.
outcome-upgrade = גרסה { $version } הותקנה; הגרסה הקודמת נשמרה: ”{ $command }” חוזר אליה.
outcome-upgrade-later = גרסה { $version } עדיין פועלת; { $pending } מוכנה, וההפעלה הבאה של התוכנית הזאת תעבור אליה.
outcome-go-back = גרסה { $version } הותקנה שוב. הגרסה הקודמת נשמרה: ”{ $command }” חוזר אליה.
outcome-repair = גרסה { $version } הותקנה מחדש.
outcome-mend = גרסה { $version } שוב תקינה.
outcome-verify = אין כל נזק: גרסה { $version } היא כפי שהותקנה.
outcome-up-to-date = גרסה { $version } מותקנת ועדכנית.
outcome-left-aside = גרסה { $version } מותקנת. חזרת אליה מגרסה { $newer }, ולכן זו לא תותקן מעצמה: ”{ $command }” מתקין אותה.
outcome-running = עדיין פועל בגרסה הקודמת: { $programs }. יש להפעיל מחדש כדי להשתמש בגרסה הזאת.
outcome-uninstall = הוסר.
outcome-commands = להפעלה: { $commands }
outcome-not-on-path = התיקייה { $folder } אינה ב־PATH. אם תתווסף אליו, לא יהיה צורך לכתוב אותה.
outcome-path-line = כדי להפעיל בשם בלבד, יש להוסיף את השורה הבאה אל { $file }, או להפעיל שוב עם --add-to-path:
outcome-path-added = תיקיית הפקודות נוספה ל־PATH בקובץ { $file }. כדי להשתמש בה יש לפתוח מסוף חדש.
failure-message = שגיאה: { $message } [{ $code }]
failure-hint = מה אפשר לעשות: { $hint }
failure-details = פרטים:

findings-compared = גרסה { $version }: קבצים שהושוו: { COUNT($files) } ({ BYTES($size) }); חבילות שהושוו עם מה שחתם המפרסם: { COUNT($signed) } מתוך { COUNT($packages) }, והשאר עם רישום ההתקנה
findings-mended = תוקנו ({ COUNT($count) }):
findings-more = {"  "}ועוד { COUNT($count) }; האפשרות --json מציגה את כולם

check-up-to-date = { $name } { $installed } עדכני.
check-upgrade = אפשר להתקין את { $name } { $offered }; מותקנת גרסה { $installed }.
check-upgrade-size = אפשר להתקין את { $name } { $offered } ({ BYTES($size) } להורדה); מותקנת גרסה { $installed }.
check-security = בגרסה { $installed } יש בעיות אבטחה ידועות.
check-obstacle = {"  "}אי אפשר להתקין אותה במחשב הזה במצבו הנוכחי [{ $code }].

removal-goes = יוסר { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = יישאר:
removal-data = {"  "}הנתונים שלך ב־{ $path } ({ BYTES($size) }); האפשרות --remove-data { $path } מסירה גם אותם
removal-data-goes = {"  "}הנתונים שלך ב־{ $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, שהשתנה מאז או שאינו שייך לתוכנית הזאת
removal-downloads = {"  "}הורדות שדבר אחר אינו זקוק להן ({ BYTES($size) }); האפשרות --remove-downloads מסירה גם אותן
removal-downloads-goes = {"  "}הורדות שדבר אחר אינו זקוק להן ({ BYTES($size) })

status-nothing = דבר אינו מותקן.
status-installed = { $name } { $version }, הותקן { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}חבילות: { COUNT($packages) }
status-previous = {"  "}נשמרה לחזרה: { $version }
status-file = {"  "}מחוץ לתיקייה שלו: { $path }
shell-line = השורה בקובץ { $path } שמוסיפה את הפקודות ל־PATH

note-locale = אין טקסטים בשפה ”{ $asked }”. השפות הקיימות: { $known }
note-log = היומן של ההרצה הזאת: { $path }
note-anothers = היא שייכת לחשבון אחר, { $owner }, ומוצגת לעיון בלבד.
note-no-desktop = אין כאן תיקיית שולחן עבודה, ולכן ל־--desktop-shortcut אין השפעה.

ask-uninstall = להסיר את { $name } מ־{ $folder }?
ask-remove-data = להסיר גם את הנתונים שלך ב־{ $path } ({ BYTES($size) })? לא יהיה אפשר לשחזר אותם.
ask-remove-downloads = להסיר גם את ההורדות שדבר אחר אינו זקוק להן ({ BYTES($size) })?
answer-choices = [כ/ל]
answer-yes = כ כן y yes

help-about = התקנת יישום Python מהפצות חתומות ועדכונו השוטף.
help-usage = שימוש: { $program } [COMMAND] [OPTIONS]
help-commands = פקודות:
help-command-none = ללא פקודה: התקנה, עדכון או השלמה, לפי הצורך
help-command-install = התקנת היישום
help-command-upgrade = התקנת הפצה חדשה יותר, אם יש
help-command-repair = תיקון מה שניזוק בהפצה המותקנת
help-command-go-back = חזרה לגרסה הקודמת; ללא צורך ברשת
help-command-verify = השוואת כל קובץ מותקן למה שפורסם
help-command-check = בדיקה אם יש הפצה חדשה יותר
help-command-status = הצגת מה שמותקן
help-command-uninstall = הסרת היישום; הנתונים שלך נשארים
help-options = אפשרויות:
help-prefix = התקנה בתיקייה הזאת
help-python = שימוש ב־Python הזה, או ב־Python בגרסה הזאת
help-repository = לקיחת ההפצות מכאן
help-profile = התקנת יישום אחר: תיקייה עם profile.toml ו־root.json
help-index-url = הורדת חבילות מהאינדקס הזה בלבד
help-mirror = ניסיון קודם במראה הזאת של files.pythonhosted.org; אפשר לציין כמה פעמים
help-find-links = חיפוש חבילות קודם בתיקייה הזאת; אפשר לציין כמה פעמים
help-offline = ללא שימוש ברשת
help-proxy = שימוש בשרת המתווך הזה, http://NAME:PASSWORD@HOST:PORT
help-ca = מתן אמון גם ברשויות האישורים שבקובץ הזה
help-later = כל עוד היישום פועל, רק להכין את הגרסה החדשה: ההפעלה הבאה תעבור אליה
help-wait = משך ההמתנה להתקנה אחרת הפועלת כעת; אחרת עשר דקות, או בכלל לא עם --silent או --json
help-face = הצגת חלון (”window”) או שימוש במסוף (”terminal”)
help-menu = פריט בתפריט היישומים (נוצר אלא אם צוין --no-menu)
help-desktop-shortcut = סמל בשולחן העבודה (נוצר רק לפי בקשה)
help-add-to-path = כדי שהמעטפת תמצא את הפקודות: הוספת התיקייה שלהן ל־PATH; נשמר לעדכונים
help-silent = הצגת שגיאות בלבד, ללא שאלות
help-json = הצגת הכול כשורות JSON
help-yes = מענה בחיוב לשאלה שלפני ההסרה
help-anew = עם repair: התקנת הכול מחדש
help-remove-data = עם uninstall: הסרה גם של תיקיית הנתונים הזאת; אפשר לציין כמה פעמים
help-remove-downloads = עם uninstall: הסרה גם של ההורדות
help-locale = שימוש בשפה הזאת, למשל de
help-log = כתיבת יומן
help-replay = הצגה בחלון של מה ש־--json הקליט; דבר לא מותקן
help-version = הצגת הגרסה של התוכנית הזאת
help-help = הצגת הדף הזה
help-exit =
    מצב יציאה: 0 בוצע או אין מה לעשות, 2 שימוש, 10 רשת, 11 סורב מטעמי בטיחות,
    12 סורבה הפצה ישנה יותר, 13 אין Python מתאים, 14 אין wheel או מהדר, 15 דיסק או הרשאות,
    16 סביבה, 17 עסוק, 18 לא מותקן, 19 פגום, 100 ”check” מצא עדכון, 70 שגיאה פנימית, 130 בוטל.
