phase-verifying = כל הקבצים מושווים למה שהותקן
phase-mending = מתבצעים חיפוש ותיקון של נזקים
phase-judging = החתימות נבדקות
phase-planning = מתבצע חיפוש של Python מתאים
phase-fetching = מתבצעת הורדה
phase-building = החבילות נבנות
phase-installing = החבילות מותקנות
phase-checking = ההתקנה נבדקת
phase-activating = מתבצע מעבר לגרסה החדשה
phase-removing = היישום מוסר

action-install = התקנת { $name } { $version }
action-upgrade = עדכון { $name } מגרסה { $installed } לגרסה { $version }
action-upgrade-later = הכנת { $name } { $version } לצד הגרסה הפועלת
action-go-back = חזרה אל { $name } { $version }
action-repair = תיקון { $name } { $version }
action-mend = תיקון נזקים ב־{ $name } { $version }
action-verify = השוואת { $name } { $version }
action-up-to-date = { $name } { $version } עדכני
action-uninstall = הסרת { $name } { $version }

waiting = התקנה אחרת של היישום הזה פועלת כעת; המתנה של עד { DURATION($left) } לסיומה
running-process = { $program } (תהליך { $pid })
removal-running = פועל כעת: { $programs }. יש לסגור תחילה את היישום: בלי הקבצים שלו, מה שפועל עלול להיכשל.

progress-bytes = { BYTES($have) } מתוך { BYTES($size) }
progress-bytes-speed = { BYTES($have) } מתוך { BYTES($size) }, { BYTES($speed) } לשנייה
progress-bytes-left = { BYTES($have) } מתוך { BYTES($size) }, { BYTES($speed) } לשנייה, נותרו בערך { DURATION($left) }
progress-packages = { COUNT($done) } מתוך { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } מתוך { COUNT($total) }: { $package }, נותרו בערך { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: ניסיון { COUNT($attempt) } בעוד { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } מתוך { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: ניסיון { COUNT($attempt) }
waiting-network = ממתין לרשת
waiting-network-next = ממתין לרשת; הניסיון הבא בעוד { DURATION($wait) }

menu-manage = עדכון או הסרה

finding-changed = { $path }: אינו כפי שהותקן
finding-missing = { $path }: חסר
finding-foreign = { $path }: אינו שייך ליישום
finding-rights = { $path }: אחרים מאלה שבעת ההתקנה רשאים לשנות אותו או להשתמש בו
finding-launcher = { $path }: אינו מפעיל את היישום
finding-pointer = { $path }: אינו מוביל לגרסה המותקנת
finding-python = { $path }: ה־Python הזה נעלם, או שגרסתו השתנתה
finding-record = { $path }: רישום מה שהותקן חסר או השתנה
