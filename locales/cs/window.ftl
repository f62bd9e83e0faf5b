window-caption = Instalátor aplikace { $name }

window-install = Instalovat
window-upgrade = Aktualizovat
window-repair = Opravit
window-go-back = Vrátit starší
window-uninstall = Odebrat
window-cancel = Zrušit
window-language = Jazyk
window-close = Zavřít
window-later = Po ukončení
window-open = Otevřít
window-back = Zpět
window-continue = Pokračovat
window-try-again = Zkusit znovu
window-copy = Kopírovat
window-copy-details = Kopírovat podrobnosti
window-stop = Přerušit
window-stop-close = Přerušit a zavřít
window-go-on = Nepřerušovat

window-step = { $step }…
window-nothing-changed = Zatím se nic nezměnilo.
window-going-on = Pokračuje se od místa přerušení…
window-stopping = Přerušování…

window-offer-install = Instalovat { $name }
window-offer-upgrade = Aktualizovat { $name }
window-offer-repair = Opravit { $name }
window-offer-go-back = Vrátit se ke starší verzi { $name }?
window-offer-uninstall = Odebrat { $name }?
window-consequence-upgrade = Nainstalovaná verze zůstane, dokud se nová úspěšně nespustí, a poté bude ponechána pro případný návrat.
window-consequence-repair = Co je poškozeno nebo chybí, bude obnoveno. Vašich dat se to nedotkne.
window-consequence-go-back = Znovu se bude používat verze { $version }. Data, která změnila novější verze, v ní možná nepůjde otevřít: podrobnosti zná vydavatel.
window-consequence-uninstall = Aplikace a vše, co s ní bylo nainstalováno, bude z tohoto počítače odebráno.

window-version = Verze { $version }
window-version-size = Verze { $version } · ke stažení { BYTES($size) }
window-verified = Ověřený vydavatel: { $publisher }
window-fact-signed = Podpisy
window-signed = { $keys ->
    [one] { COUNT($signed) } z { COUNT($keys) } klíče, potřeba: { COUNT($threshold) }
    [few] { COUNT($signed) } ze { COUNT($keys) } klíčů, potřeba: { COUNT($threshold) }
    [many] { COUNT($signed) } z { COUNT($keys) } klíče, potřeba: { COUNT($threshold) }
   *[other] { COUNT($signed) } z { COUNT($keys) } klíčů, potřeba: { COUNT($threshold) }
}
window-fact-download = Ke stažení
window-download = { $packages ->
    [one] { BYTES($size) }, { COUNT($packages) } balíček
    [few] { BYTES($size) }, { COUNT($packages) } balíčky
    [many] { BYTES($size) }, { COUNT($packages) } balíčku
   *[other] { BYTES($size) }, { COUNT($packages) } balíčků
}
window-download-none = Nic, vše už je zde
window-fact-disk = Na disku
window-disk = asi { BYTES($size) }
window-fact-folder = Složka

window-options = Možnosti
window-folder = Složka pro instalaci
window-switch-start = Po dokončení spustit { $name }
window-switch-menu = Přidat do nabídky
window-switch-desktop = Přidat ikonu na plochu
window-switch-path = Zpřístupnit příkazy v terminálech (přidat do PATH)

window-now-install = Instalace { $name }
window-now-upgrade = Aktualizace { $name }
window-now-repair = Oprava { $name }
window-now-go-back = Návrat ke starší verzi { $name }
window-now-uninstall = Odebírání { $name }

window-speed = { BYTES($speed) }/s
window-left = zbývá asi { DURATION($left) }
window-speed-left = { BYTES($speed) }/s · zbývá asi { DURATION($left) }
window-waiting = Čeká se na síť. Poté se bude pokračovat automaticky.

window-details = Podrobnosti
window-arrived = Staženo: { $artifact }, { BYTES($size) }
window-building = Sestavuje se { $package }
window-installed = Nainstalováno: { $package }

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = Je nainstalována verze { $version }
window-news-none = Vše je aktuální.
window-news-upgrade = Je dostupná verze { $version }, ke stažení { BYTES($size) }.
window-news-left-aside = Vše funguje. Verze { $version } je novější; vrátili jste se z ní.
window-news-broken = Něco je poškozeno nebo chybí a lze to opravit.
window-news-unknown = Nepodařilo se zjistit, zda existuje novější verze.
window-about-repair = Obnoví, co je poškozeno nebo chybí.
window-about-go-back = Znovu použije verzi { $version }, která je stále k dispozici.
window-about-uninstall = Vaše data zůstanou, pokud nezvolíte jinak.
window-running = Právě běží: { $programs }. Do ukončení poběží ve verzi, ve které bylo spuštěno.

window-goes-size = Bude odebráno ({ BYTES($size) }):
window-data = Toto zůstane, pokud zde odebrání nezapnete:
window-data-remove = Odebrat i vaše data v { $folder } ({ BYTES($size) })
window-downloads-remove = Odebrat stažené soubory, které nic jiného nepotřebuje ({ BYTES($size) })

window-ready = Aplikace { $name } je připravena
window-removed = Aplikace { $name } je odebrána
window-removed-kept = Vašich dat se to nedotklo.
window-removed-data = Vybraná data byla také odebrána.
window-done-install = Vše bylo zkontrolováno a funguje.
window-done-upgrade = Nová verze byla zkontrolována a funguje. Předchozí je ponechána pro případný návrat.
window-done-repair = Vše bylo zkontrolováno a znovu funguje.
window-done-go-back = Znovu se používá starší verze.
window-done-nothing = Nic nebylo poškozeno a nebylo třeba nic dělat.
window-done-later = Verze { $version } je připravena. Přejde se na ni při příštím spuštění tohoto programu.
window-still-running = Stále běží v předchozí verzi: { $programs }. Chcete-li používat tuto verzi, spusťte to znovu.
window-type-this = Ke spuštění zadejte v terminálu:
window-copied = Zkopírováno
window-where = Příkazy jsou ve složce { $folder }.
window-not-on-path = Příkazy jsou ve složce { $folder }, která není v PATH: dokud tam nebude, je v terminálu třeba zadávat celou cestu.
window-stopped = Přerušeno
window-stopped-kept = Nic se nezměnilo. Co bylo staženo, zůstává a příště se odtud bude pokračovat.

window-failed = Nepodařilo se nainstalovat { $name }
window-failed-network = Není připojení
window-failed-refused = Z bezpečnostních důvodů nenainstalováno
window-failed-older = Starší verze byla odmítnuta
window-failed-python = Chybí vhodný Python
window-failed-package = Chybí balíček pro tento počítač
window-failed-disk = Potíže s diskem nebo složkou
window-failed-busy = Probíhá jiná instalace
window-failed-removal = Nepodařilo se odebrat { $name }
window-failed-repair = Nepodařilo se opravit { $name }
window-failed-go-back = Nepodařilo se vrátit ke starší verzi { $name }
window-code = Podrobnosti ({ $code })
window-tries-in = Další pokus za { DURATION($left) }
window-kept = Co bylo staženo, zůstává.
window-support = Nápověda: { $support }

window-proxy-name = Uživatelské jméno pro proxy
window-proxy-password = Heslo

window-ask-cancel = Nyní přerušit?
window-ask-close = Přerušit a zavřít okno?
window-ask-kept = Co bylo staženo, zůstává a příště se odtud bude pokračovat.
window-ask-undone = Co bylo započato, bude vráceno zpět. Co bylo nainstalováno dříve, zůstane beze změny.
