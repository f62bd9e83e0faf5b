phase-verifying = Порівняння всіх файлів зі встановленими
phase-mending = Пошук і виправлення пошкоджень
phase-judging = Перевірка підписів
phase-planning = Пошук придатного Python
phase-fetching = Завантаження
phase-building = Збирання пакетів
phase-installing = Встановлення пакетів
phase-checking = Перевірка встановлення
phase-activating = Перехід на нову версію
phase-removing = Вилучення застосунку

action-install = Встановлення { $name } { $version }
action-upgrade = Оновлення { $name } з { $installed } до { $version }
action-upgrade-later = Підготовка { $name } { $version } поруч із версією, що працює
action-go-back = Повернення до { $name } { $version }
action-repair = Відновлення { $name } { $version }
action-mend = Виправлення { $name } { $version }
action-verify = Порівняння { $name } { $version }
action-up-to-date = { $name } { $version }: оновлення не потрібне
action-uninstall = Вилучення { $name } { $version }

waiting = Триває інше встановлення цього застосунку; очікування його завершення — до { DURATION($left) }
running-process = { $program } (процес { $pid })
removal-running = Зараз працює: { $programs }. Спочатку закрийте застосунок: без його файлів у роботі можливі збої.

progress-bytes = { BYTES($have) } з { BYTES($size) }
progress-bytes-speed = { BYTES($have) } з { BYTES($size) }, { BYTES($speed) }/с
progress-bytes-left = { BYTES($have) } з { BYTES($size) }, { BYTES($speed) }/с, залишилося близько { DURATION($left) }
progress-packages = { COUNT($done) } з { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } з { COUNT($total) }: { $package }, залишилося близько { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: спроба { COUNT($attempt) } через { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } з { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: спроба { COUNT($attempt) }
waiting-network = очікування мережі
waiting-network-next = очікування мережі; наступна спроба через { DURATION($wait) }

menu-manage = Оновити або вилучити

finding-changed = { $path }: змінено після встановлення
finding-missing = { $path }: відсутнє
finding-foreign = { $path }: не належить до застосунку
finding-rights = { $path }: змінювати чи використовувати можуть не ті, хто міг під час встановлення
finding-launcher = { $path }: не запускає застосунок
finding-pointer = { $path }: не веде до встановленої версії
finding-python = { $path }: цього Python більше немає або тепер він іншої версії
finding-record = { $path }: запис про встановлене відсутній або змінений
