plan-publisher = {"  "}Vydavatel: { $publisher }; podepsáno klíči: { COUNT($signed) } z { COUNT($keys) } (potřeba: { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Balíčky: { COUNT($packages) } ({ BYTES($size) }, z toho ke stažení { BYTES($fetch) })
plan-builds = {"  "}Sestavuje se na tomto počítači: { $packages }
plan-running = {"  "}Právě běží: { $programs }. Poběží dál ve verzi, ve které bylo spuštěno, a nic, co k tomu potřebuje, nebude odebráno.
plan-go-back-data = {"  "}Vaše data zůstanou beze změny. Starší verze nemusí rozumět tomu, co zapsala novější: pokud jsou data důležitá, nejprve si udělejte kopii.
plan-folder = {"  "}Složka: { $folder }

plain-phase = { $phase }…
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = Verze { $version } je nainstalována.
outcome-upgrade = Verze { $version } je nainstalována; předchozí zůstala zachována: vrátíte se k ní příkazem „{ $command }“.
outcome-upgrade-later = Verze { $version } stále běží; verze { $pending } je připravena a přejde se na ni při příštím spuštění tohoto programu.
outcome-go-back = Verze { $version } je znovu nainstalována. Verze, kterou jste opustili, zůstala zachována: vrátíte se k ní příkazem „{ $command }“.
outcome-repair = Verze { $version } byla nainstalována znovu.
outcome-mend = Verze { $version } je opět v pořádku.
outcome-verify = Nic není poškozeno: verze { $version } je taková, jaká byla nainstalována.
outcome-up-to-date = Verze { $version } je nainstalována a aktuální.
outcome-left-aside = Verze { $version } je nainstalována. Z verze { $newer } jste se vrátili, proto se nenainstaluje sama: slouží k tomu „{ $command }“.
outcome-running = Stále běží v předchozí verzi: { $programs }. Chcete-li používat tuto verzi, spusťte to znovu.
outcome-uninstall = Odebráno.
outcome-commands = Spustíte příkazem: { $commands }
outcome-not-on-path = Složka { $folder } není v PATH. Přidejte ji tam, abyste ji nemuseli zadávat.
outcome-path-line = Aby ke spuštění stačil samotný název, přidejte tento řádek do souboru { $file } nebo spusťte tento program znovu s --add-to-path:
outcome-path-added = Složka s příkazy byla přidána do PATH v souboru { $file }. Chcete-li je používat, otevřete nový terminál.
failure-message = Chyba: { $message } [{ $code }]
failure-hint = Co můžete udělat: { $hint }
failure-details = Podrobnosti:

findings-compared = Verze { $version }: porovnané soubory: { COUNT($files) } ({ BYTES($size) }); balíčky porovnané s tím, co podepsal vydavatel: { COUNT($signed) } z { COUNT($packages) }, ostatní se záznamem instalace
findings-mended = Opraveno ({ COUNT($count) }):
findings-more = {"  "}a další ({ COUNT($count) }); všechny vypíše --json

check-up-to-date = { $name } { $installed }: verze je aktuální.
check-upgrade = Lze nainstalovat { $name } { $offered }; nainstalovaná verze: { $installed }.
check-upgrade-size = Lze nainstalovat { $name } { $offered } (ke stažení { BYTES($size) }); nainstalovaná verze: { $installed }.
check-security = Verze { $installed } má známé bezpečnostní chyby.
check-obstacle = {"  "}Na tento počítač ji nyní nelze nainstalovat [{ $code }].

removal-goes = Odebrání { $name } { $version } zahrnuje:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Zůstane:
removal-data = {"  "}vaše data v { $path } ({ BYTES($size) }); --remove-data { $path } odebere i je
removal-data-goes = {"  "}vaše data v { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }: od instalace změněno nebo nepatří k tomuto programu
removal-downloads = {"  "}stažené soubory, které nic jiného nepotřebuje ({ BYTES($size) }); --remove-downloads odebere i je
removal-downloads-goes = {"  "}stažené soubory, které nic jiného nepotřebuje ({ BYTES($size) })

status-nothing = Nic není nainstalováno.
status-installed = { $name } { $version }, nainstalováno: { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Balíčky: { COUNT($packages) }
status-previous = {"  "}Ponecháno pro návrat: { $version }
status-file = {"  "}Mimo složku aplikace: { $path }
shell-line = řádek v { $path }, který přidává příkazy do PATH

note-locale = V jazyce „{ $asked }“ nejsou žádné texty. Dostupné jazyky: { $known }
note-log = Protokol tohoto běhu: { $path }
note-anothers = Patří jinému účtu, { $owner }, a jen se prohlíží.
note-no-desktop = Není zde žádná složka plochy, proto --desktop-shortcut nemá žádný účinek.

ask-uninstall = Odebrat { $name } z { $folder }?
ask-remove-data = Odebrat i vaše data v { $path } ({ BYTES($size) })? Nebude možné je obnovit.
ask-remove-downloads = Odebrat i stažené soubory, které nic jiného nepotřebuje ({ BYTES($size) })?
answer-choices = [a/N]
answer-yes = a ano y yes

help-about = Instaluje aplikaci v Pythonu z podepsaných vydání a udržuje ji aktuální.
help-usage = Použití: { $program } [PŘÍKAZ] [PŘEPÍNAČE]
help-commands = Příkazy:
help-command-none = bez příkazu: nainstalovat, aktualizovat nebo dokončit, podle potřeby
help-command-install = nainstalovat aplikaci
help-command-upgrade = nainstalovat novější vydání, pokud existuje
help-command-repair = opravit, co je v nainstalovaném vydání poškozeno
help-command-go-back = vrátit se k předchozí verzi; nepotřebuje síť
help-command-verify = porovnat každý nainstalovaný soubor s tím, co bylo vydáno
help-command-check = zjistit, zda existuje novější vydání
help-command-status = ukázat, co je nainstalováno
help-command-uninstall = odebrat aplikaci; vaše data zůstanou
help-options = Přepínače:
help-prefix = instalovat do této složky
help-python = použít tento Python nebo Python této verze
help-repository = brát vydání odsud
help-profile = instalovat jinou aplikaci: složka s profile.toml a root.json
help-index-url = stahovat balíčky jen z tohoto indexu
help-mirror = nejprve zkusit toto zrcadlo files.pythonhosted.org; lze opakovat
help-find-links = nejprve hledat balíčky v této složce; lze opakovat
help-offline = nepoužívat síť
help-proxy = použít tento proxy server, http://NAME:PASSWORD@HOST:PORT
help-ca = důvěřovat i certifikačním autoritám v tomto souboru
help-later = dokud aplikace běží, novou verzi jen připravit: přejde na ni příští spuštění
help-wait = čekat takto dlouho na jinou probíhající instalaci; jinak deset minut, s --silent nebo --json vůbec ne
help-face = zobrazit okno („window“) nebo použít terminál („terminal“)
help-menu = položka v nabídce aplikací (vytvoří se, pokud není zadáno --no-menu)
help-desktop-shortcut = ikona na ploše (jen na přání)
help-add-to-path = umožnit shellu najít příkazy: přidat jejich složku do PATH; platí i pro aktualizace
help-silent = vypisovat jen chyby, na nic se neptat
help-json = vypisovat vše jako řádky JSON
help-yes = na otázku před odebráním odpovědět ano
help-anew = s repair: nainstalovat vše znovu
help-remove-data = s uninstall: odebrat i tuto složku s vašimi daty; lze opakovat
help-remove-downloads = s uninstall: odebrat i stažené soubory
help-locale = používat tento jazyk, například cs
help-log = zapisovat protokol
help-replay = ukázat v okně, co zaznamenal --json; nic se neinstaluje
help-version = zobrazit verzi tohoto programu
help-help = zobrazit tuto stránku
help-exit =
    Návratový kód: 0 hotovo nebo není co dělat, 2 použití, 10 síť, 11 odmítnuto kvůli
    bezpečnosti, 12 odmítnuto starší vydání, 13 chybí vhodný Python, 14 chybí wheel nebo
    kompilátor, 15 disk nebo oprávnění, 16 prostředí, 17 obsazeno, 18 není nainstalováno,
    19 poškozeno, 100 „check“ našel aktualizaci, 70 vnitřní chyba, 130 zrušeno.
