plan-publisher = {"  "}Издатель: { $publisher }; подписано ключами: { COUNT($signed) } из { COUNT($keys) } (нужно { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Пакеты: { COUNT($packages) } ({ BYTES($size) }, из них скачать { BYTES($fetch) })
plan-builds = {"  "}Сборка на этом компьютере: { $packages }
plan-running = {"  "}Сейчас работает: { $programs }. Работа продолжится в той же версии, и ничего нужного для неё не исчезнет.
plan-go-back-data = {"  "}Ваши данные останутся как есть. Прежняя версия может не понять того, что записала новая: если это важно, сначала сделайте копию.
plan-folder = {"  "}Папка: { $folder }

plain-phase = { $phase } …
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Версия { $version } установлена.
outcome-upgrade = Версия { $version } установлена; предыдущая сохранена: к ней вернёт команда «{ $command }».
outcome-upgrade-later = Версия { $version } ещё работает; версия { $pending } готова, и следующий запуск этой программы переключит на неё.
outcome-go-back = Снова установлена версия { $version }. Оставленная версия сохранена: к ней вернёт команда «{ $command }».
outcome-repair = Версия { $version } установлена заново.
outcome-mend = Версия { $version } снова в порядке.
outcome-verify = Повреждений нет: версия { $version } осталась такой, какой была установлена.
outcome-up-to-date = Установлена версия { $version }, обновление не требуется.
outcome-left-aside = Установлена версия { $version }. Вы вернулись к ней с версии { $newer }, поэтому та не устанавливается сама: это сделает команда «{ $command }».
outcome-running = Прежняя версия ещё работает: { $programs }. Перезапустите, чтобы перейти на эту.
outcome-uninstall = Удалено.
outcome-commands = Запуск: { $commands }
outcome-not-on-path = Папки { $folder } нет в PATH. Добавьте её туда, чтобы не указывать папку при запуске.
outcome-path-line = Чтобы запускать по одному имени, добавьте эту строку в { $file } или запустите программу снова с параметром --add-to-path:
outcome-path-added = Папка с командами добавлена в PATH в файле { $file }. Откройте новый терминал, чтобы ими пользоваться.
failure-message = Ошибка: { $message } [{ $code }]
failure-hint = Что можно сделать: { $hint }
failure-details = Подробности:

findings-compared = Версия { $version }: сверено файлов: { COUNT($files) } ({ BYTES($size) }); пакетов сверено с подписью издателя: { COUNT($signed) } из { COUNT($packages) }, остальные — с записью об установке
findings-mended = Исправлено ({ COUNT($count) }):
findings-more = {"  "}и ещё { COUNT($count) }; все перечислит --json

check-up-to-date = { $name } { $installed }: обновление не требуется.
check-upgrade = Можно установить { $name } { $offered }; установлена версия { $installed }.
check-upgrade-size = Можно установить { $name } { $offered } (скачать { BYTES($size) }); установлена версия { $installed }.
check-security = В версии { $installed } есть известные проблемы безопасности.
check-obstacle = {"  "}Сейчас её нельзя установить на этот компьютер [{ $code }].

removal-goes = Будет удалено: { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Останется:
removal-data = {"  "}ваши данные в { $path } ({ BYTES($size) }); --remove-data { $path } удалит и их
removal-data-goes = {"  "}ваши данные в { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path } — было изменено или не принадлежит этой программе
removal-downloads = {"  "}скачанные файлы, больше ничему не нужные ({ BYTES($size) }); --remove-downloads удалит и их
removal-downloads-goes = {"  "}скачанные файлы, больше ничему не нужные ({ BYTES($size) })

status-nothing = Ничего не установлено.
status-installed = { $name } { $version }, установлено: { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Пакеты: { COUNT($packages) }
status-previous = {"  "}Сохранена для возврата: { $version }
status-file = {"  "}Вне своей папки: { $path }
shell-line = строка в { $path }, которая добавляет команды в PATH

note-locale = Текстов на языке «{ $asked }» нет. Есть: { $known }
note-log = Журнал этого запуска: { $path }
note-anothers = Она принадлежит другой учётной записи, { $owner }, и только просматривается.
note-no-desktop = Здесь нет папки рабочего стола, поэтому --desktop-shortcut не действует.

ask-uninstall = Удалить { $name } из { $folder }?
ask-remove-data = Удалить и ваши данные в { $path } ({ BYTES($size) })? Вернуть их будет нельзя.
ask-remove-downloads = Удалить и скачанные файлы, больше ничему не нужные ({ BYTES($size) })?
answer-choices = [д/Н]
answer-yes = д да y yes

help-about = Устанавливает приложение на Python из подписанных выпусков и обновляет его.
help-usage = Использование: { $program } [КОМАНДА] [ПАРАМЕТРЫ]
help-commands = Команды:
help-command-none = без команды: установить, обновить или закончить начатое — что потребуется
help-command-install = установить приложение
help-command-upgrade = установить новый выпуск, если он есть
help-command-repair = исправить повреждения установленного выпуска
help-command-go-back = вернуться к предыдущей версии; сеть не нужна
help-command-verify = сверить каждый установленный файл с опубликованным
help-command-check = сообщить, есть ли новый выпуск
help-command-status = показать, что установлено
help-command-uninstall = удалить приложение; ваши данные останутся
help-options = Параметры:
help-prefix = установить в эту папку
help-python = использовать этот Python или Python этой версии
help-repository = брать выпуски отсюда
help-profile = установить другое приложение: папка с profile.toml и root.json
help-index-url = скачивать пакеты только из этого индекса
help-mirror = сначала пробовать это зеркало files.pythonhosted.org; можно повторять
help-find-links = сначала искать пакеты в этой папке; можно повторять
help-offline = не использовать сеть
help-proxy = использовать этот прокси, http://NAME:PASSWORD@HOST:PORT
help-ca = доверять и центрам сертификации из этого файла
help-later = пока приложение работает, лишь подготовить новую версию: переключит на неё следующий запуск
help-wait = столько ждать другую установку; иначе десять минут, а с --silent или --json не ждать
help-face = показать окно («window») или работать в терминале («terminal»)
help-menu = пункт в меню приложений (создаётся, если не указано --no-menu)
help-desktop-shortcut = значок на рабочем столе (только по просьбе)
help-add-to-path = чтобы оболочка находила команды: добавить их папку в PATH; действует и при обновлениях
help-silent = сообщать только об ошибках, ни о чём не спрашивать
help-json = сообщать обо всём строками JSON
help-yes = ответить «да» на вопрос перед удалением
help-anew = с repair: установить всё заново
help-remove-data = с uninstall: удалить и эту папку с вашими данными; можно повторять
help-remove-downloads = с uninstall: удалить и скачанные файлы
help-locale = говорить на этом языке, например de
help-log = вести журнал
help-replay = показать в окне то, что записал --json; ничего не устанавливается
help-version = показать версию этой программы
help-help = показать эту справку
help-exit =
    Код выхода: 0 готово или делать нечего, 2 командная строка, 10 сеть, 11 отказ ради
    безопасности, 12 отклонён старый выпуск, 13 нет подходящего Python, 14 нет wheel или
    компилятора, 15 диск или права, 16 окружение, 17 занято, 18 не установлено,
    19 повреждено, 100 «check» нашла обновление, 70 внутренняя ошибка, 130 отменено.
