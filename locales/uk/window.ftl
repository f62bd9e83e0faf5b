window-caption = Встановлення { $name }

window-install = Встановити
window-upgrade = Оновити
window-repair = Відновити
window-go-back = Повернутися
window-uninstall = Вилучити
window-cancel = Скасувати
window-language = Мова
window-close = Закрити
window-later = Після закриття
window-open = Відкрити
window-back = Назад
window-continue = Продовжити
window-try-again = Повторити
window-copy = Копіювати
window-copy-details = Копіювати подробиці
window-stop = Зупинити
window-stop-close = Зупинити й закрити
window-go-on = Не зупиняти

window-step = { $step }…
window-nothing-changed = Поки що нічого не змінено.
window-going-on = Продовження з місця зупинки…
window-stopping = Зупинення…

window-offer-install = Встановити { $name }
window-offer-upgrade = Оновити { $name }
window-offer-repair = Відновити { $name }
window-offer-go-back = Повернути попередню версію { $name }?
window-offer-uninstall = Вилучити { $name }?
window-consequence-upgrade = Встановлена версія залишиться, доки нова успішно не запуститься, а потім зберігатиметься для повернення.
window-consequence-repair = Пошкоджене й відсутнє буде замінено. Ваших даних це не торкнеться.
window-consequence-go-back = Знову використовуватиметься версія { $version }. Дані, змінені новішою версією, можуть у ній не відкритися: докладніше знає видавець.
window-consequence-uninstall = Застосунок і все, що було встановлено разом із ним, буде вилучено з цього комп’ютера.

window-version = Версія { $version }
window-version-size = Версія { $version } · завантажити { BYTES($size) }
window-verified = Перевірений видавець: { $publisher }
window-fact-signed = Підписи
window-signed = { $signed ->
    [one] { COUNT($signed) } ключ із { COUNT($keys) }, потрібно { COUNT($threshold) }
    [few] { COUNT($signed) } ключі з { COUNT($keys) }, потрібно { COUNT($threshold) }
    [many] { COUNT($signed) } ключів із { COUNT($keys) }, потрібно { COUNT($threshold) }
   *[other] { COUNT($signed) } ключа з { COUNT($keys) }, потрібно { COUNT($threshold) }
}
window-fact-download = Завантаження
window-download = { $packages ->
    [one] { BYTES($size) }, { COUNT($packages) } пакет
    [few] { BYTES($size) }, { COUNT($packages) } пакети
    [many] { BYTES($size) }, { COUNT($packages) } пакетів
   *[other] { BYTES($size) }, { COUNT($packages) } пакета
}
window-download-none = Нічого, усе вже тут
window-fact-disk = На диску
window-disk = близько { BYTES($size) }
window-fact-folder = Папка

window-options = Параметри
window-folder = Папка для встановлення
window-switch-start = Запустити { $name } після завершення
window-switch-menu = Додати до меню
window-switch-desktop = Додати значок на стільницю
window-switch-path = Зробити команди доступними в терміналі (додати до PATH)

window-now-install = Встановлення { $name }
window-now-upgrade = Оновлення { $name }
window-now-repair = Відновлення { $name }
window-now-go-back = Повернення попередньої версії { $name }
window-now-uninstall = Вилучення { $name }

window-speed = { BYTES($speed) }/с
window-left = залишилося близько { DURATION($left) }
window-speed-left = { BYTES($speed) }/с · залишилося близько { DURATION($left) }
window-waiting = Очікування мережі. Далі все продовжиться само.

window-details = Подробиці
window-arrived = { $artifact } завантажено, { BYTES($size) }
window-building = { $package } зібрано
window-installed = { $package } встановлено

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = Встановлено версію { $version }
window-news-none = Оновлення не потрібне.
window-news-upgrade = Доступна версія { $version }, завантажити { BYTES($size) }.
window-news-left-aside = Усе працює. Версія { $version } новіша; ви від неї повернулися.
window-news-broken = Дещо пошкоджено або відсутнє; це можна відновити.
window-news-unknown = Не вдалося дізнатися, чи є новіша версія.
window-about-repair = Замінює пошкоджене й відсутнє.
window-about-go-back = Знову використовує версію { $version }, яка ще збережена.
window-about-uninstall = Ваші дані залишаться, якщо ви не виберете інакше.
window-running = Зараз працює: { $programs }. До закриття використовуватиметься та сама версія, з якою відбувся запуск.

window-goes-size = Буде вилучено ({ BYTES($size) }):
window-data = Це залишиться, якщо не ввімкнути тут:
window-data-remove = Вилучити також ваші дані в { $folder } ({ BYTES($size) })
window-downloads-remove = Вилучити завантажені файли, які більше нічому не потрібні ({ BYTES($size) })

window-ready = { $name }: усе готово
window-removed = { $name } вилучено
window-removed-kept = Ваші дані не змінено.
window-removed-data = Вибрані вами дані також вилучено.
window-done-install = Усе перевірено, усе працює.
window-done-upgrade = Нову версію перевірено, вона працює. Попередню збережено для повернення.
window-done-repair = Усе перевірено, усе знову працює.
window-done-go-back = Знову використовується попередня версія.
window-done-nothing = Нічого не було пошкоджено, робити нічого не довелося.
window-done-later = Версія { $version } готова. На неї перейде наступний запуск цієї програми.
window-still-running = Ще працює в попередній версії: { $programs }. Перезапустіть, щоб використовувати цю.
window-type-this = Щоб запустити, введіть у терміналі:
window-copied = Скопійовано
window-where = Команди містяться в { $folder }.
window-not-on-path = Команди містяться в { $folder }, а цієї папки немає в PATH: поки це так, у терміналі потрібен повний шлях.
window-stopped = Зупинено
window-stopped-kept = Нічого не змінено. Завантажене збережено, наступного разу все продовжиться з цього місця.

window-failed = Не вдалося встановити { $name }
window-failed-network = Немає з’єднання
window-failed-refused = Не встановлено заради вашої безпеки
window-failed-older = Старішу версію відхилено
window-failed-python = Немає придатного Python
window-failed-package = Для цього комп’ютера бракує пакета
window-failed-disk = Проблема з диском або папкою
window-failed-busy = Триває інше встановлення
window-failed-removal = Не вдалося вилучити { $name }
window-failed-repair = Не вдалося відновити { $name }
window-failed-go-back = Не вдалося повернути попередню версію { $name }
window-code = Подробиці ({ $code })
window-tries-in = Нова спроба через { DURATION($left) }
window-kept = Завантажене збережено.
window-support = Довідка: { $support }

window-proxy-name = Ім’я для проксі
window-proxy-password = Пароль

window-ask-cancel = Зупинити зараз?
window-ask-close = Зупинити й закрити вікно?
window-ask-kept = Завантажене збережено, наступного разу все продовжиться з цього місця.
window-ask-undone = Розпочате буде скасовано. Встановлене раніше залишиться таким, як було.
