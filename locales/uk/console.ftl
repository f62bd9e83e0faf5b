plan-publisher = {"  "}Видавець: { $publisher }; підписано ключами: { COUNT($signed) } з { COUNT($keys) } (потрібно { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Пакети: { COUNT($packages) } ({ BYTES($size) }, з них завантажити { BYTES($fetch) })
plan-builds = {"  "}Збираються на цьому комп’ютері: { $packages }
plan-running = {"  "}Зараз працює: { $programs }. Робота триватиме в тій самій версії, і нічого потрібного для неї не зникне.
plan-go-back-data = {"  "}Ваші дані залишаться такими, як є. Старіша версія може не зрозуміти того, що записала новіша: якщо це важливо, спершу зробіть копію.
plan-folder = {"  "}Папка: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Версію { $version } встановлено.
outcome-upgrade = Версію { $version } встановлено; попередню збережено: до неї поверне команда «{ $command }».
outcome-upgrade-later = Версія { $version } ще працює; версія { $pending } готова, і на неї перейде наступний запуск цієї програми.
outcome-go-back = Знову встановлено версію { $version }. Версію, яку ви залишили, збережено: до неї поверне команда «{ $command }».
outcome-repair = Версію { $version } встановлено наново.
outcome-mend = Версія { $version } знову в порядку.
outcome-verify = Пошкоджень немає: версія { $version } така, якою її встановлено.
outcome-up-to-date = Встановлено версію { $version }, оновлення не потрібне.
outcome-left-aside = Встановлено версію { $version }. Ви повернулися до неї з версії { $newer }, тому та не встановлюється сама: це зробить команда «{ $command }».
outcome-running = Ще працює в попередній версії: { $programs }. Перезапустіть, щоб використовувати цю.
outcome-uninstall = Вилучено.
outcome-commands = Запуск: { $commands }
outcome-not-on-path = Папки { $folder } немає в PATH. Додайте її туди, щоб не вказувати папку під час запуску.
outcome-path-line = Щоб запускати лише за назвою, додайте цей рядок до { $file } або запустіть програму знову з параметром --add-to-path:
outcome-path-added = Папку з командами додано до PATH у файлі { $file }. Відкрийте новий термінал, щоб ними користуватися.
failure-message = Помилка: { $message } [{ $code }]
failure-hint = Що можна зробити: { $hint }
failure-details = Подробиці:

findings-compared = Версія { $version }: порівняно файлів: { COUNT($files) } ({ BYTES($size) }); пакетів порівняно з підписаним видавцем: { COUNT($signed) } з { COUNT($packages) }, решту — із записом про встановлення
findings-mended = Виправлено ({ COUNT($count) }):
findings-more = {"  "}і ще { COUNT($count) }; усі покаже --json

check-up-to-date = { $name } { $installed }: оновлення не потрібне.
check-upgrade = Можна встановити { $name } { $offered }; встановлено { $installed }.
check-upgrade-size = Можна встановити { $name } { $offered } (завантажити { BYTES($size) }); встановлено { $installed }.
check-security = Версія { $installed } має відомі проблеми безпеки.
check-obstacle = {"  "}Зараз на цей комп’ютер її встановити не можна [{ $code }].

removal-goes = Буде вилучено { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Залишиться:
removal-data = {"  "}ваші дані в { $path } ({ BYTES($size) }); --remove-data { $path } вилучить і їх
removal-data-goes = {"  "}ваші дані в { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path } — відтоді змінено або не належить цій програмі
removal-downloads = {"  "}завантажені файли, які більше нічому не потрібні ({ BYTES($size) }); --remove-downloads вилучить і їх
removal-downloads-goes = {"  "}завантажені файли, які більше нічому не потрібні ({ BYTES($size) })

status-nothing = Нічого не встановлено.
status-installed = { $name } { $version }, встановлено { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Пакети: { COUNT($packages) }
status-previous = {"  "}Збережено для повернення: { $version }
status-file = {"  "}Поза своєю папкою: { $path }
shell-line = рядок у { $path }, що додає команди до PATH

note-locale = Текстів мовою «{ $asked }» немає. Є: { $known }
note-log = Журнал цього запуску: { $path }
note-anothers = Воно належить іншому обліковому запису, { $owner }, і лише переглядається.
note-no-desktop = Тут немає папки стільниці, тому --desktop-shortcut не діє.

ask-uninstall = Вилучити { $name } з { $folder }?
ask-remove-data = Вилучити також ваші дані в { $path } ({ BYTES($size) })? Повернути їх буде неможливо.
ask-remove-downloads = Вилучити також завантажені файли, які більше нічому не потрібні ({ BYTES($size) })?
answer-choices = [т/Н]
answer-yes = т так y yes

help-about = Встановлює застосунок для Python із підписаних випусків і оновлює його.
help-usage = Використання: { $program } [КОМАНДА] [ПАРАМЕТРИ]
help-commands = Команди:
help-command-none = без команди: встановити, оновити чи завершити розпочате — що потрібно
help-command-install = встановити застосунок
help-command-upgrade = встановити новіший випуск, якщо він є
help-command-repair = виправити пошкодження встановленого випуску
help-command-go-back = повернутися до попередньої версії; мережа не потрібна
help-command-verify = порівняти кожен встановлений файл з опублікованим
help-command-check = повідомити, чи є новіший випуск
help-command-status = показати, що встановлено
help-command-uninstall = вилучити застосунок; ваші дані залишаться
help-options = Параметри:
help-prefix = встановити до цієї папки
help-python = використовувати цей Python або Python цієї версії
help-repository = брати випуски звідси
help-profile = встановити інший застосунок: папка з profile.toml і root.json
help-index-url = завантажувати пакети лише з цього індексу
help-mirror = спершу пробувати це дзеркало files.pythonhosted.org; можна повторювати
help-find-links = спершу шукати пакети в цій папці; можна повторювати
help-offline = не використовувати мережу
help-proxy = використовувати цей проксі, http://NAME:PASSWORD@HOST:PORT
help-ca = довіряти також центрам сертифікації з цього файлу
help-later = поки застосунок працює, лише підготувати нову версію: на неї перейде наступний запуск
help-wait = стільки чекати на інше встановлення; інакше десять хвилин, а з --silent чи --json не чекати
help-face = показати вікно («window») або працювати в терміналі («terminal»)
help-menu = пункт у меню застосунків (створюється, якщо не вказано --no-menu)
help-desktop-shortcut = значок на стільниці (лише на вимогу)
help-add-to-path = щоб оболонка знаходила команди: додати їхню папку до PATH; діє й для оновлень
help-silent = повідомляти лише про помилки, нічого не запитувати
help-json = повідомляти про все рядками JSON
help-yes = відповісти «так» на запитання перед вилученням
help-anew = з repair: встановити все наново
help-remove-data = з uninstall: вилучити також цю папку з вашими даними; можна повторювати
help-remove-downloads = з uninstall: вилучити також завантажені файли
help-locale = використовувати цю мову, наприклад de
help-log = вести журнал
help-replay = показати у вікні те, що записав --json; нічого не встановлюється
help-version = показати версію цієї програми
help-help = показати цю довідку
help-exit =
    Код виходу: 0 готово або нічого робити, 2 командний рядок, 10 мережа, 11 відмова заради
    безпеки, 12 старіший випуск відхилено, 13 немає придатного Python, 14 немає wheel або
    компілятора, 15 диск чи права, 16 середовище, 17 зайнято, 18 не встановлено,
    19 пошкоджено, 100 «check» знайшла оновлення, 70 внутрішня помилка, 130 скасовано.
