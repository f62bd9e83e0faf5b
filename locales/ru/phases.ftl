phase-verifying = Сверка всех файлов с установленными
phase-mending = Поиск и исправление повреждений
phase-judging = Проверка подписей
phase-planning = Поиск подходящего Python
phase-fetching = Скачивание
phase-building = Сборка пакетов
phase-installing = Установка пакетов
phase-checking = Проверка установки
phase-activating = Переход на новую версию
phase-removing = Удаление приложения

action-install = Установка { $name } { $version }
action-upgrade = Обновление { $name } с { $installed } до { $version }
action-upgrade-later = Подготовка { $name } { $version } рядом с работающей версией
action-go-back = Возврат к { $name } { $version }
action-repair = Восстановление { $name } { $version }
action-mend = Исправление { $name } { $version }
action-verify = Сверка { $name } { $version }
action-up-to-date = { $name } { $version }: обновление не требуется
action-uninstall = Удаление { $name } { $version }

waiting = Идёт другая установка этого приложения; ожидание её окончания, не дольше { DURATION($left) }
running-process = { $program } (процесс { $pid })
removal-running = Сейчас работает: { $programs }. Сначала закройте приложение: без его файлов в работе возможны сбои.

progress-bytes = { BYTES($have) } из { BYTES($size) }
progress-bytes-speed = { BYTES($have) } из { BYTES($size) }, { BYTES($speed) }/с
progress-bytes-left = { BYTES($have) } из { BYTES($size) }, { BYTES($speed) }/с, осталось около { DURATION($left) }
progress-packages = { COUNT($done) } из { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } из { COUNT($total) }: { $package }, осталось около { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: попытка { COUNT($attempt) } через { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } из { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: попытка { COUNT($attempt) }
waiting-network = ожидание сети
waiting-network-next = ожидание сети; следующая попытка через { DURATION($wait) }

menu-manage = Обновить или удалить

finding-changed = { $path }: изменено после установки
finding-missing = { $path }: отсутствует
finding-foreign = { $path }: не относится к приложению
finding-rights = { $path }: доступно для изменения или использования не тем, кому было при установке
finding-launcher = { $path }: не запускает приложение
finding-pointer = { $path }: не ведёт к установленной версии
finding-python = { $path }: этот Python пропал или теперь другой версии
finding-record = { $path }: запись об установленном отсутствует или изменена
