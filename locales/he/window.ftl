window-caption = התקנת { $name }

window-install = התקנה
window-upgrade = עדכון
window-repair = תיקון
window-go-back = חזרה
window-uninstall = הסרה
window-cancel = ביטול
window-language = שפה
window-close = סגירה
window-later = לאחר סגירתו
window-open = פתיחה
window-back = הקודם
window-continue = המשך
window-try-again = ניסיון חוזר
window-copy = העתקה
window-copy-details = העתקת הפרטים
window-stop = עצירה
window-stop-close = עצירה וסגירה
window-go-on = להמשיך

window-step = { $step }…
window-nothing-changed = עדיין לא השתנה דבר.
window-going-on = ממשיך מהמקום שבו נעצר…
window-stopping = בתהליך עצירה…

window-offer-install = התקנת { $name }
window-offer-upgrade = עדכון { $name }
window-offer-repair = תיקון { $name }
window-offer-go-back = לחזור אל { $name } הקודם?
window-offer-uninstall = להסיר את { $name }?
window-consequence-upgrade = הגרסה המותקנת נשארת עד שהחדשה עולה כראוי, ולאחר מכן נשמרת לחזרה.
window-consequence-repair = מה שניזוק או חסר מוחזר למקומו. לא נוגעים בנתונים שלך.
window-consequence-go-back = נעשה שוב שימוש בגרסה { $version }. ייתכן שלא יהיה אפשר לפתוח בה נתונים שהגרסה החדשה שינתה: המפרסם יודע.
window-consequence-uninstall = היישום וכל מה שהותקן איתו יוסרו מהמחשב הזה.

window-version = גרסה { $version }
window-version-size = גרסה { $version } · { BYTES($size) } להורדה
window-verified = מפרסם מאומת: { $publisher }
window-fact-signed = חתימות
window-signed = { COUNT($signed) } מתוך { COUNT($keys) } מפתחות, נדרשים { COUNT($threshold) }
window-fact-download = הורדה
window-download = { $packages ->
    [one] { BYTES($size) } בחבילה אחת
    [two] { BYTES($size) } בשתי חבילות
   *[other] { BYTES($size) } ב־{ COUNT($packages) } חבילות
}
window-download-none = אין, הכול כבר כאן
window-fact-disk = בדיסק
window-disk = בערך { BYTES($size) }
window-fact-folder = תיקייה

window-options = אפשרויות
window-folder = תיקיית ההתקנה
window-switch-start = הפעלת { $name } כשיהיה מוכן
window-switch-menu = הוספה לתפריט
window-switch-desktop = הוספת סמל לשולחן העבודה
window-switch-path = לאפשר למסופים למצוא את הפקודות שלו (הוספה ל־PATH)

window-now-install = { $name } בהתקנה
window-now-upgrade = { $name } בעדכון
window-now-repair = { $name } בתיקון
window-now-go-back = חזרה אל { $name } הקודם
window-now-uninstall = { $name } בהסרה

window-speed = { BYTES($speed) } לשנייה
window-left = נותרו בערך { DURATION($left) }
window-speed-left = { BYTES($speed) } לשנייה · נותרו בערך { DURATION($left) }
window-waiting = ממתין לרשת. זה ימשיך מעצמו.

window-details = פרטים
window-arrived = { $artifact } התקבל, { BYTES($size) }
window-building = { $package } נבנה
window-installed = { $package } הותקן

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = גרסה { $version } מותקנת
window-news-none = הכול עדכני.
window-news-upgrade = גרסה { $version } זמינה, { BYTES($size) } להורדה.
window-news-left-aside = הכול פועל. גרסה { $version } חדשה יותר; חזרת ממנה.
window-news-broken = משהו ניזוק או חסר, ואפשר לתקן אותו.
window-news-unknown = לא היה אפשר לברר אם יש גרסה חדשה יותר.
window-about-repair = החזרת מה שניזוק או חסר.
window-about-go-back = שימוש שוב בגרסה { $version }, שעדיין כאן.
window-about-uninstall = הנתונים שלך נשארים, אלא אם ייבחר אחרת.
window-running = פועל כעת: { $programs }. הוא ימשיך בגרסה שבה הופעל עד שייסגר.

window-goes-size = יוסר ({ BYTES($size) }):
window-data = יישאר, אלא אם יופעל כאן:
window-data-remove = הסרה גם של הנתונים שלך ב־{ $folder } ({ BYTES($size) })
window-downloads-remove = הסרת הורדות שדבר אחר אינו זקוק להן ({ BYTES($size) })

window-ready = { $name } מוכן
window-removed = { $name } הוסר
window-removed-kept = לא נגענו בנתונים שלך.
window-removed-data = גם הנתונים שבחרת הוסרו.
window-done-install = הכול נבדק ופועל.
window-done-upgrade = הגרסה החדשה נבדקה ופועלת. הקודמת נשמרה לחזרה.
window-done-repair = הכול נבדק ופועל שוב.
window-done-go-back = הגרסה הקודמת שוב בשימוש.
window-done-nothing = דבר לא ניזוק, ולא היה מה לעשות.
window-done-later = גרסה { $version } מוכנה. ההפעלה הבאה של התוכנית הזאת תעבור אליה.
window-still-running = עדיין פועל בגרסה הקודמת: { $programs }. יש להפעיל מחדש כדי להשתמש בגרסה הזאת.
window-type-this = להפעלה, יש להקליד במסוף:
window-copied = הועתק
window-where = הפקודות שלו נמצאות ב־{ $folder }.
window-not-on-path = הפקודות שלו נמצאות ב־{ $folder }, שאינה ב־PATH: עד שתתווסף, במסוף נדרש הנתיב המלא.
window-stopped = נעצר
window-stopped-kept = דבר לא השתנה. מה שהורד נשמר, ובפעם הבאה ההמשך יהיה משם.

window-failed = לא היה אפשר להתקין את { $name }
window-failed-network = אין חיבור
window-failed-refused = לא הותקן, למען הבטיחות שלך
window-failed-older = הגרסה הישנה סורבה
window-failed-python = חסר Python מתאים
window-failed-package = חבילה אינה זמינה למחשב הזה
window-failed-disk = הבעיה היא בדיסק או בתיקייה
window-failed-busy = התקנה אחרת פועלת כעת
window-failed-removal = לא היה אפשר להסיר את { $name }
window-failed-repair = לא היה אפשר לתקן את { $name }
window-failed-go-back = לא היה אפשר לחזור אל { $name } הקודם
window-code = פרטים ({ $code })
window-tries-in = ניסיון נוסף בעוד { DURATION($left) }
window-kept = מה שהורד נשמר.
window-support = עזרה: { $support }

window-proxy-name = שם עבור השרת המתווך
window-proxy-password = ססמה

window-ask-cancel = לעצור כאן?
window-ask-close = לעצור ולסגור את החלון?
window-ask-kept = מה שהורד נשמר, ובפעם הבאה ההמשך יהיה משם.
window-ask-undone = מה שהתחיל יבוטל. מה שהיה מותקן קודם נשאר כפי שהיה.
