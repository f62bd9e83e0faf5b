window-caption = Instalator aplikacji { $name }

window-install = Zainstaluj
window-upgrade = Aktualizuj
window-repair = Napraw
window-go-back = Przywróć starszą
window-uninstall = Usuń
window-cancel = Anuluj
window-language = Język
window-close = Zamknij
window-later = Po zamknięciu
window-open = Otwórz
window-back = Wstecz
window-continue = Kontynuuj
window-try-again = Spróbuj ponownie
window-copy = Kopiuj
window-copy-details = Kopiuj szczegóły
window-stop = Przerwij
window-stop-close = Przerwij i zamknij
window-go-on = Nie przerywaj

window-step = { $step }…
window-nothing-changed = Na razie nic nie zostało zmienione.
window-going-on = Wznawianie od miejsca przerwania…
window-stopping = Przerywanie…

window-offer-install = Zainstaluj { $name }
window-offer-upgrade = Aktualizuj { $name }
window-offer-repair = Napraw { $name }
window-offer-go-back = Wrócić do starszej wersji { $name }?
window-offer-uninstall = Usunąć { $name }?
window-consequence-upgrade = Zainstalowana wersja pozostanie, dopóki nowa nie uruchomi się poprawnie, a potem zostanie zachowana, aby można było do niej wrócić.
window-consequence-repair = To, co uszkodzone lub brakujące, zostanie przywrócone. Twoje dane nie zostaną naruszone.
window-consequence-go-back = Znowu będzie używana wersja { $version }. Danych zmienionych przez nowszą wersję może nie dać się w niej otworzyć: szczegóły zna wydawca.
window-consequence-uninstall = Aplikacja i wszystko, co z nią zainstalowano, zostaną usunięte z tego komputera.

window-version = Wersja { $version }
window-version-size = Wersja { $version } · do pobrania { BYTES($size) }
window-verified = Zweryfikowany wydawca: { $publisher }
window-fact-signed = Podpisy
window-signed = { $keys ->
    [one] { COUNT($signed) } z { COUNT($keys) } klucza, wymagane: { COUNT($threshold) }
    [few] { COUNT($signed) } z { COUNT($keys) } kluczy, wymagane: { COUNT($threshold) }
    [many] { COUNT($signed) } z { COUNT($keys) } kluczy, wymagane: { COUNT($threshold) }
   *[other] { COUNT($signed) } z { COUNT($keys) } klucza, wymagane: { COUNT($threshold) }
}
window-fact-download = Do pobrania
window-download = { $packages ->
    [one] { BYTES($size) } w { COUNT($packages) } pakiecie
    [few] { BYTES($size) } w { COUNT($packages) } pakietach
    [many] { BYTES($size) } w { COUNT($packages) } pakietach
   *[other] { BYTES($size) } w { COUNT($packages) } pakietu
}
window-download-none = Nic, wszystko już jest
window-fact-disk = Na dysku
window-disk = około { BYTES($size) }
window-fact-folder = Folder

window-options = Opcje
window-folder = Folder instalacji
window-switch-start = Uruchom { $name } po zakończeniu
window-switch-menu = Dodaj do menu
window-switch-desktop = Dodaj ikonę na pulpicie
window-switch-path = Udostępnij polecenia w terminalach (dodaj do PATH)

window-now-install = Instalowanie { $name }
window-now-upgrade = Aktualizowanie { $name }
window-now-repair = Naprawianie { $name }
window-now-go-back = Powrót do starszej wersji { $name }
window-now-uninstall = Usuwanie { $name }

window-speed = { BYTES($speed) }/s
window-left = pozostało około { DURATION($left) }
window-speed-left = { BYTES($speed) }/s · pozostało około { DURATION($left) }
window-waiting = Oczekiwanie na sieć. Dalszy ciąg nastąpi samoczynnie.

window-details = Szczegóły
window-arrived = Pobrano { $artifact }, { BYTES($size) }
window-building = Budowanie { $package }
window-installed = Zainstalowano { $package }

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = Wersja { $version } jest zainstalowana
window-news-none = Wszystko jest aktualne.
window-news-upgrade = Dostępna jest wersja { $version }, do pobrania { BYTES($size) }.
window-news-left-aside = Wszystko działa. Wersja { $version } jest nowsza, ale została wycofana.
window-news-broken = Coś jest uszkodzone lub brakuje części plików; można to naprawić.
window-news-unknown = Nie udało się ustalić, czy jest nowsza wersja.
window-about-repair = Przywraca to, co uszkodzone lub brakujące.
window-about-go-back = Znowu używa wersji { $version }, która została zachowana.
window-about-uninstall = Twoje dane pozostaną, chyba że wybierzesz inaczej.
window-running = Teraz działa: { $programs }. Do zamknięcia będzie działać w dotychczasowej wersji.

window-goes-size = Zostanie usunięte ({ BYTES($size) }):
window-data = To pozostanie, chyba że włączysz usuwanie tutaj:
window-data-remove = Usuń także twoje dane w { $folder } ({ BYTES($size) })
window-downloads-remove = Usuń pobrane pliki, których nic innego nie potrzebuje ({ BYTES($size) })

window-ready = Aplikacja { $name } jest gotowa
window-removed = Usunięto { $name }
window-removed-kept = Twoje dane nie zostały naruszone.
window-removed-data = Wybrane dane również zostały usunięte.
window-done-install = Wszystko zostało sprawdzone i działa.
window-done-upgrade = Nowa wersja została sprawdzona i działa. Poprzednia została zachowana, aby można było do niej wrócić.
window-done-repair = Wszystko zostało sprawdzone i znowu działa.
window-done-go-back = Znowu używana jest starsza wersja.
window-done-nothing = Nic nie było uszkodzone i nic nie trzeba było robić.
window-done-later = Wersja { $version } jest gotowa. Zostanie włączona przy następnym uruchomieniu tego programu.
window-still-running = Nadal działa w poprzedniej wersji: { $programs }. Uruchom ponownie, aby używać tej wersji.
window-type-this = Aby uruchomić, wpisz w terminalu:
window-copied = Skopiowano
window-where = Polecenia są w folderze { $folder }.
window-not-on-path = Polecenia są w folderze { $folder }, którego nie ma w PATH: dopóki tak jest, w terminalu trzeba podawać całą ścieżkę.
window-stopped = Przerwano
window-stopped-kept = Nic nie zostało zmienione. Pobrane pliki są zachowane i następnym razem pobieranie będzie kontynuowane.

window-failed = Nie udało się zainstalować { $name }
window-failed-network = Brak połączenia
window-failed-refused = Nie zainstalowano dla bezpieczeństwa
window-failed-older = Odrzucono starszą wersję
window-failed-python = Brak odpowiedniego Pythona
window-failed-package = Brak pakietu dla tego komputera
window-failed-disk = Problem z dyskiem lub folderem
window-failed-busy = Trwa inna instalacja
window-failed-removal = Nie udało się usunąć { $name }
window-failed-repair = Nie udało się naprawić { $name }
window-failed-go-back = Nie udało się wrócić do starszej wersji { $name }
window-code = Szczegóły ({ $code })
window-tries-in = Kolejna próba za { DURATION($left) }
window-kept = Pobrane pliki są zachowane.
window-support = Pomoc: { $support }

window-proxy-name = Nazwa użytkownika serwera proxy
window-proxy-password = Hasło

window-ask-cancel = Przerwać teraz?
window-ask-close = Przerwać i zamknąć okno?
window-ask-kept = Pobrane pliki są zachowane i następnym razem pobieranie będzie kontynuowane.
window-ask-undone = To, co rozpoczęto, zostanie cofnięte. To, co było zainstalowane wcześniej, pozostanie bez zmian.
