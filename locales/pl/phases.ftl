phase-verifying = Porównywanie wszystkich plików z zainstalowanymi
phase-mending = Wyszukiwanie i naprawianie uszkodzeń
phase-judging = Sprawdzanie podpisów
phase-planning = Szukanie odpowiedniego Pythona
phase-fetching = Pobieranie
phase-building = Budowanie pakietów
phase-installing = Instalowanie pakietów
phase-checking = Sprawdzanie instalacji
phase-activating = Przełączanie na nową wersję
phase-removing = Usuwanie aplikacji

action-install = Instalacja: { $name } { $version }
action-upgrade = Aktualizacja: { $name } z { $installed } do { $version }
action-upgrade-later = Przygotowanie { $name } { $version } obok działającej wersji
action-go-back = Powrót do { $name } { $version }
action-repair = Naprawa: { $name } { $version }
action-mend = Naprawa uszkodzeń: { $name } { $version }
action-verify = Porównanie: { $name } { $version }
action-up-to-date = { $name } { $version }: wersja aktualna
action-uninstall = Usunięcie: { $name } { $version }

waiting = Trwa inna instalacja tej aplikacji; czekanie na jej zakończenie potrwa najwyżej { DURATION($left) }
running-process = { $program } (proces { $pid })
removal-running = Teraz działa: { $programs }. Najpierw zamknij aplikację: bez jej plików to, co działa, może zawieść.

progress-bytes = { BYTES($have) } z { BYTES($size) }
progress-bytes-speed = { BYTES($have) } z { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } z { BYTES($size) }, { BYTES($speed) }/s, pozostało około { DURATION($left) }
progress-packages = { COUNT($done) } z { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } z { COUNT($total) }: { $package }, pozostało około { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: próba { COUNT($attempt) } za { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } z { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: próba { COUNT($attempt) }
waiting-network = oczekiwanie na sieć
waiting-network-next = oczekiwanie na sieć; następna próba za { DURATION($wait) }

menu-manage = Aktualizuj lub usuń

finding-changed = { $path }: zmieniono od czasu instalacji
finding-missing = { $path }: brak
finding-foreign = { $path }: nie należy do aplikacji
finding-rights = { $path }: inne osoby niż przy instalacji mogą to zmieniać lub używać tego
finding-launcher = { $path }: nie uruchamia aplikacji
finding-pointer = { $path }: nie prowadzi do zainstalowanej wersji
finding-python = { $path }: tego Pythona już nie ma albo ma teraz inną wersję
finding-record = { $path }: brak zapisu o tym, co zainstalowano, albo został on zmieniony
