window-caption = Установка { $name }

window-install = Установить
window-upgrade = Обновить
window-repair = Восстановить
window-go-back = Вернуть прежнюю
window-uninstall = Удалить
window-cancel = Отмена
window-language = Язык
window-close = Закрыть
window-later = После закрытия
window-open = Открыть
window-back = Назад
window-continue = Продолжить
window-try-again = Повторить
window-copy = Копировать
window-copy-details = Копировать подробности
window-stop = Остановить
window-stop-close = Остановить и закрыть
window-go-on = Не останавливать

window-step = { $step }…
window-nothing-changed = Пока ничего не изменено.
window-going-on = Продолжение с места остановки…
window-stopping = Остановка…

window-offer-install = Установить { $name }
window-offer-upgrade = Обновить { $name }
window-offer-repair = Восстановить { $name }
window-offer-go-back = Вернуть прежнюю версию { $name }?
window-offer-uninstall = Удалить { $name }?
window-consequence-upgrade = Установленная версия останется, пока новая не запустится успешно, и будет сохранена для возврата.
window-consequence-repair = Повреждённое и недостающее будет заменено. Ваши данные не затрагиваются.
window-consequence-go-back = Снова будет использоваться версия { $version }. Данные, изменённые новой версией, могут в ней не открыться: подробнее знает издатель.
window-consequence-uninstall = С этого компьютера будет удалено приложение и всё, что было установлено вместе с ним.

window-version = Версия { $version }
window-version-size = Версия { $version } · скачать { BYTES($size) }
window-verified = Проверенный издатель: { $publisher }
window-fact-signed = Подписи
window-signed = { $signed ->
    [one] { COUNT($signed) } ключ из { COUNT($keys) }, нужно { COUNT($threshold) }
    [few] { COUNT($signed) } ключа из { COUNT($keys) }, нужно { COUNT($threshold) }
    [many] { COUNT($signed) } ключей из { COUNT($keys) }, нужно { COUNT($threshold) }
   *[other] { COUNT($signed) } ключа из { COUNT($keys) }, нужно { COUNT($threshold) }
}
window-fact-download = Скачать
window-download = { $packages ->
    [one] { BYTES($size) }, { COUNT($packages) } пакет
    [few] { BYTES($size) }, { COUNT($packages) } пакета
    [many] { BYTES($size) }, { COUNT($packages) } пакетов
   *[other] { BYTES($size) }, { COUNT($packages) } пакета
}
window-download-none = Ничего, всё уже есть
window-fact-disk = На диске
window-disk = около { BYTES($size) }
window-fact-folder = Папка

window-options = Параметры
window-folder = Папка для установки
window-switch-start = Запустить { $name } по готовности
window-switch-menu = Добавить в меню
window-switch-desktop = Добавить значок на рабочий стол
window-switch-path = Команды доступны в терминале (добавить в PATH)

window-now-install = Установка { $name }
window-now-upgrade = Обновление { $name }
window-now-repair = Восстановление { $name }
window-now-go-back = Возврат к прежней версии { $name }
window-now-uninstall = Удаление { $name }

window-speed = { BYTES($speed) }/с
window-left = осталось около { DURATION($left) }
window-speed-left = { BYTES($speed) }/с · осталось около { DURATION($left) }
window-waiting = Ожидание сети. Работа продолжится сама.

window-details = Подробности
window-arrived = { $artifact }: скачано, { BYTES($size) }
window-building = { $package }: сборка
window-installed = { $package }: установлено

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = Версия { $version } установлена
window-news-none = Обновление не требуется.
window-news-upgrade = Доступна версия { $version }, скачать { BYTES($size) }.
window-news-left-aside = Всё работает. Версия { $version } новее; вы вернулись с неё.
window-news-broken = Что-то повреждено или отсутствует; это можно восстановить.
window-news-unknown = Не удалось узнать, есть ли новая версия.
window-about-repair = Заменяет повреждённое и недостающее.
window-about-go-back = Снова использует версию { $version }, которая ещё сохранена.
window-about-uninstall = Ваши данные останутся, если вы не решите иначе.
window-running = Сейчас работает: { $programs }. До закрытия работа продолжится в той же версии.

window-goes-size = Будет удалено ({ BYTES($size) }):
window-data = Это останется, если не включить здесь:
window-data-remove = Удалить и ваши данные в { $folder } ({ BYTES($size) })
window-downloads-remove = Удалить скачанное, больше ничему не нужное ({ BYTES($size) })

window-ready = Приложение { $name } готово
window-removed = Приложение { $name } удалено
window-removed-kept = Ваши данные не тронуты.
window-removed-data = Выбранные вами данные тоже удалены.
window-done-install = Всё проверено и работает.
window-done-upgrade = Новая версия проверена и работает. Прежняя сохранена для возврата.
window-done-repair = Всё проверено и снова работает.
window-done-go-back = Снова используется прежняя версия.
window-done-nothing = Повреждений не было, делать ничего не пришлось.
window-done-later = Версия { $version } готова. Следующий запуск этой программы переключит на неё.
window-still-running = Прежняя версия ещё работает: { $programs }. Перезапустите, чтобы перейти на эту.
window-type-this = Для запуска введите в терминале:
window-copied = Скопировано
window-where = Команды находятся в { $folder }.
window-not-on-path = Команды находятся в { $folder }, которой нет в PATH: пока её там нет, в терминале нужно указывать полный путь.
window-stopped = Остановлено
window-stopped-kept = Ничего не изменено. Скачанное сохранено, и в следующий раз работа продолжится с этого места.

window-failed = Не удалось установить { $name }
window-failed-network = Нет соединения
window-failed-refused = Не установлено ради вашей безопасности
window-failed-older = Более старая версия отклонена
window-failed-python = Нет подходящего Python
window-failed-package = Нет пакета для этого компьютера
window-failed-disk = Проблема с диском или папкой
window-failed-busy = Идёт другая установка
window-failed-removal = Не удалось удалить { $name }
window-failed-repair = Не удалось восстановить { $name }
window-failed-go-back = Не удалось вернуть прежнюю версию { $name }
window-code = Подробности ({ $code })
window-tries-in = Новая попытка через { DURATION($left) }
window-kept = Скачанное сохранено.
window-support = Помощь: { $support }

window-proxy-name = Имя для прокси
window-proxy-password = Пароль

window-ask-cancel = Остановить?
window-ask-close = Остановить и закрыть окно?
window-ask-kept = Скачанное сохранится, и в следующий раз работа продолжится с этого места.
window-ask-undone = Начатое будет отменено. То, что было установлено раньше, останется как было.
