usage-unknown-command = Příkaz „{ $command }“ neexistuje.
usage-unknown-command-hint = { $suggestion ->
    [none] Dostupné příkazy ukáže „{ $program } --help“.
   *[other] Měli jste na mysli „{ $suggestion }“? Dostupné příkazy ukáže „{ $program } --help“.
}
usage-two-commands = „{ $first }“ a „{ $second }“ jsou dva příkazy.
usage-two-commands-hint = Zadávejte při každém spuštění jen jeden příkaz.
usage-unknown-option = Přepínač „{ $option }“ neexistuje.
usage-unknown-option-hint = { $suggestion ->
    [none] Dostupné přepínače ukáže „{ $program } --help“.
   *[other] Měli jste na mysli „{ $suggestion }“? Dostupné přepínače ukáže „{ $program } --help“.
}
usage-missing-value = Přepínač „{ $option }“ vyžaduje hodnotu.
usage-missing-value-hint = Napište hodnotu za něj: „{ $option } VALUE“. Viz „{ $program } --help“.
usage-surplus-value = Přepínač „{ $option }“ nemá hodnotu.
usage-surplus-value-hint = Napište jen „{ $option }“. Viz „{ $program } --help“.
usage-bad-value = Hodnota „{ $value }“ u „{ $option }“ nedává smysl.
usage-bad-value-hint = Co „{ $option }“ očekává, ukáže „{ $program } --help“.
usage-twice = Přepínač „{ $option }“ byl zadán dvakrát.
usage-twice-hint = Zadejte ho jen jednou.
usage-conflict = „{ $option }“ a „{ $other }“ nelze použít současně.
usage-conflict-hint = Jeden z nich vynechejte.
usage-misplaced-option = Přepínač „{ $option }“ nemá u tohoto příkazu žádný účinek.
usage-misplaced-option-hint = Patří k: { $commands }
usage-bad-profile = Profil aplikace { $path } nelze použít.
usage-bad-profile-hint = Složka musí obsahovat čitelné soubory profile.toml a root.json. Požádejte o novou kopii toho, kdo vám ji dal.
usage-bad-certificates = { $path } neobsahuje použitelné certifikáty.
usage-bad-certificates-hint = Pomocí --ca zadejte soubor s certifikáty ve formátu PEM.
usage-no-certificates = Soubor { $path } s certifikačními autoritami nelze přečíst.
usage-no-certificates-hint = Zkontrolujte název za --ca: musí to být soubor s certifikáty ve formátu PEM, který smíte číst.
usage-bad-proxy = { $host } nelze použít jako proxy server.
usage-bad-proxy-hint = Zkontrolujte hodnotu --proxy.
usage-no-home = Tento účet nemá domovskou složku.
usage-no-home-hint = Nastavte HOME nebo program spusťte pod účtem, který domovskou složku má.
usage-no-such-data = { $path } není složka s daty této aplikace.
usage-no-such-data-hint = { $folders ->
    [none] Tato aplikace neuvádí žádnou složku s daty nebo taková složka neexistuje.
   *[other] Zadejte jednu z těchto složek přesně tak, jak je zde napsána: { $folders }
}
usage-no-consent = Odebrání aplikace je třeba potvrdit, a zde se není koho zeptat.
usage-no-consent-hint = Má-li být aplikace odebrána, spusťte program znovu s --yes.
usage-no-face = Okno se nepodařilo otevřít a není zde terminál, ve kterém by bylo možné se zeptat.
usage-no-face-hint = Spusťte program v terminálu: { $command }

repository-unreachable = K { $place } se nepodařilo připojit nebo odpověď nebyla správná (při dotazu na { $file }).
repository-unreachable-hint = Zkontrolujte připojení k internetu a nastavení proxy serveru a zkuste to znovu. Nic se nezměnilo.
repository-not-there = Na { $place } nejsou žádná vydání: chybí { $file }.
repository-not-there-hint = Zkontrolujte adresu. Je-li správná, informujte vydavatele aplikace.
repository-too-long = { $place } posílá více než { BYTES($limit) }, které smí mít { $file }.
repository-too-long-hint = Serveru nebo něčemu na cestě k němu nelze důvěřovat. Zkuste jinou síť, a pokud se to stane znovu, informujte vydavatele.
repository-offline = Vydání jsou na { $place } a --offline zakazuje se tam podívat.
repository-offline-hint = Spusťte program bez --offline nebo zadejte složku s vydáními pomocí --repository.

trust-expired = Platnost podpisu vydavatele pro „{ $role }“ skončila { $expires }; hodiny tohoto počítače ukazují { $now }.
trust-expired-hint = Zkontrolujte datum a čas tohoto počítače. Jsou-li správné, musí vydavatel podpis obnovit: informujte ho a zkuste to později.
trust-clock-behind = Platnost podpisu vydavatele pro „{ $role }“ skončila { $expires }. Hodiny tohoto počítače ukazují { $now }, ale když tento program vznikl nebo naposledy běžel, bylo { $known }.
trust-clock-behind-hint = Zkontrolujte datum a čas tohoto počítače. Pokud šly hodiny dříve špatně a nyní jdou správně, aplikaci odeberte a znovu nainstalujte.
trust-threshold = { $need ->
    [one] „{ $role }“ má podpisy { COUNT($have) } z { COUNT($need) } potřebného klíče.
    [few] „{ $role }“ má podpisy { COUNT($have) } ze { COUNT($need) } potřebných klíčů.
    [many] „{ $role }“ má podpisy { COUNT($have) } z { COUNT($need) } potřebného klíče.
   *[other] „{ $role }“ má podpisy { COUNT($have) } z { COUNT($need) } potřebných klíčů.
}
trust-threshold-hint = Z tohoto zdroje neinstalujte. Vydání bylo změněno nebo ho podepsalo příliš málo vydavatelů. Informujte vydavatele.
trust-rollback = Server nabízí verzi { $offered } pro „{ $role }“, která je starší než dříve viděná verze { $trusted }.
trust-rollback-hint = Server nebo něco na cestě k němu ukazuje starý stav. Zkuste jinou síť nebo zrcadlo; pokud to nepomůže, informujte vydavatele.
trust-malformed = { $file } nevypadá jako soubor vydavatele.
trust-malformed-hint = Možná místo serveru odpověděla přihlašovací stránka sítě: otevřete libovolnou webovou stránku, přihlaste se a zkuste to znovu. Pokud to nepomůže, informujte vydavatele.
trust-web-page = Místo souboru vydavatele { $file } přišla webová stránka.
trust-web-page-hint = Tato síť pravděpodobně vyžaduje přihlášení: otevřete libovolnou webovou stránku, přihlaste se a zkuste to znovu.
trust-inconsistent = Soubory vydavatele k sobě nepasují; neshoda v { $file }.
trust-inconsistent-hint = Na server se možná právě nahrává nové vydání: zkuste to znovu za pár minut. Pokud to nepomůže, informujte vydavatele.
trust-many-roots = Klíče vydavatele se od poslední kontroly na tomto počítači změnily více než { COUNT($limit) }krát.
trust-many-roots-hint = Spusťte program znovu: bude se pokračovat odtud.
trust-other-application = Toto je vydání aplikace { $found }, nikoli { $expected }.
trust-other-application-hint = Zkontrolujte adresu vydání. Je-li správná, informujte vydavatele.
trust-unsupported = { $file } používá něco, co tento program nepodporuje: { $feature }.
trust-unsupported-hint = Získejte od vydavatele nejnovější instalátor.
trust-mismatch = { $file } není soubor, který podepsal vydavatel.
trust-mismatch-hint = Soubor byl změněn nebo poškozen a nebyl použit. Zkuste to znovu nebo v jiné síti; pokud to nepomůže, informujte vydavatele.
trust-too-long = Soubor { $file } je větší než povolených { BYTES($limit) }.
trust-too-long-hint = Soubor nebyl použit. Informujte vydavatele.
trust-floor = Server nabízí verzi { $offered }, ale tento instalátor nepřijímá verze starší než { $floor }.
trust-floor-hint = Server nebo něco na cestě k němu ukazuje starý stav. Zkuste jinou síť nebo zrcadlo; pokud to nepomůže, informujte vydavatele.
trust-newer-format = Soubor { $file } má formát { $format }; tento program čte formáty do { $supported }.
trust-newer-format-hint = Získejte od vydavatele nejnovější instalátor.

plan-older = Je nainstalována verze { $installed }; starší verze { $offered } ji nenahradí.
plan-older-hint = Chcete-li starší verzi, nejprve odeberte nainstalovanou. Vaše data zůstanou.
plan-replaced = Verze { $version } byla vydána znovu a server nabízí dřívější z obou vydání.
plan-replaced-hint = Server nebo něco na cestě k němu ukazuje starý stav. Zkuste jinou síť nebo zrcadlo; pokud to nepomůže, informujte vydavatele.
plan-below-floor = Verze { $offered } má známé bezpečnostní chyby; vydavatel už nepřijímá verze starší než { $floor }.
plan-below-floor-hint = Použijte novější verzi. Pokud žádná není, informujte vydavatele.
plan-not-installed = Aplikace zde není nainstalována.
plan-not-installed-hint = Nejprve ji nainstalujte nebo zadejte její složku pomocí --prefix.
    .window = Nejprve ji nainstalujte.
plan-no-previous = Není žádná dřívější verze, ke které by se dalo vrátit.
plan-no-previous-hint = Po každé aktualizaci se ponechává předchozí verze, a to jen jedna. Co je nainstalováno, zůstává beze změny.
plan-other-application = Složka obsahuje { $installed }; { $offered } do ní nelze nainstalovat.
plan-other-application-hint = Zvolte jinou složku pomocí --prefix.
    .window = Zvolte jinou složku.
plan-no-python = Nebyl nalezen vhodný Python. Potřebná verze: { $needed }.
plan-no-python-hint = Nainstalujte takový Python z python.org nebo správcem balíčků systému, nebo ho zadejte pomocí --python.
    .window = Nainstalujte takový Python z python.org nebo správcem balíčků systému.
plan-other-python = Požadovaný Python nelze použít: { $asked }. Potřebná verze: { $needed }.
plan-other-python-hint = Zadejte jiný Python pomocí --python nebo přepínač vynechejte: pak se vhodný vyhledá. Co bylo nalezeno, je v podrobnostech.
plan-no-wheel = Pro tento počítač ({ $platform }, Python { $python }) není hotový balíček: { $packages }.
plan-no-wheel-hint = Zkuste jiný Python pomocí --python. Jinak požádejte vydavatele o podporu tohoto počítače.
    .window = Nainstalujte jinou verzi Pythonu. Jinak požádejte vydavatele o podporu tohoto počítače.
plan-no-compiler = Tyto balíčky je třeba sestavit na tomto počítači, ale nebyl nalezen funkční překladač C s hlavičkovými soubory Pythonu: { $packages }.
plan-no-compiler-hint = Nainstalujte překladač C a vývojové soubory Pythonu (v Debianu: build-essential a python3-dev), nebo zkuste jiný Python pomocí --python.
    .window = Nainstalujte překladač C a vývojové soubory Pythonu (v Debianu: build-essential a python3-dev).
plan-bad-lock = Vydání si odporuje v údajích o balíčku { $package }.
plan-bad-lock-hint = To je chyba vydavatele: informujte ho. Nic se nezměnilo.

fetch-unreachable = { $artifact } se nepodařilo stáhnout: k { $host } se nelze připojit.
fetch-unreachable-hint = Zkontrolujte připojení k internetu a nastavení proxy serveru a spusťte program znovu: co už je staženo, zůstává.
fetch-server = { $artifact } se nepodařilo stáhnout: { $host } odpovídá chybou { $status }.
fetch-server-hint = Zkuste to později: co už je staženo, zůstává.
fetch-not-found = { $artifact } není na žádném z míst, kde by měl být.
fetch-not-found-hint = Pokud jste zadali index, zrcadlo nebo složku, ověřte, že tam soubor je. Jinak informujte vydavatele.
fetch-cut = Spojení se přerušilo při stahování { $artifact }: staženo { BYTES($have) } z { BYTES($size) }.
fetch-cut-hint = Spusťte program znovu: stahování bude pokračovat od místa přerušení.
fetch-short = Soubor { $artifact } skončil příliš brzy: { BYTES($have) } místo { BYTES($size) }.
fetch-short-hint = Server nebo proxy server posílá neúplný soubor. Spusťte program znovu nebo použijte jinou síť či zrcadlo.
fetch-too-long = Soubor { $artifact } je větší než { BYTES($size) }, které podepsal vydavatel.
fetch-too-long-hint = Soubor nebyl použit. Zkuste jinou síť nebo zrcadlo; pokud to nepomůže, informujte vydavatele.
fetch-wrong-hash = { $artifact } z { $host } není soubor, který podepsal vydavatel.
fetch-wrong-hash-hint = Soubor byl cestou změněn nebo poškozen a nebyl použit. Zkuste jinou síť nebo zrcadlo; pokud to nepomůže, informujte vydavatele.
fetch-login-page = { $host } místo souboru posílá webovou stránku.
fetch-login-page-hint = Tato síť pravděpodobně vyžaduje přihlášení: otevřete libovolnou webovou stránku, přihlaste se a spusťte program znovu.
fetch-slow = { $host } posílá { $artifact } příliš pomalu.
fetch-slow-hint = Spusťte program znovu později nebo v jiné síti: stahování bude pokračovat od místa přerušení.
fetch-redirect = { $host } přesměrovává stahování { $artifact } v kruhu nebo na nebezpečné místo.
fetch-redirect-hint = Zkuste jinou síť nebo zrcadlo; pokud to nepomůže, informujte vydavatele.
fetch-confused = { $host } odpovídá na dotaz na { $artifact } nesmyslně.
fetch-confused-hint = Zkuste to později nebo použijte jiné zrcadlo či index.
fetch-tls = { $issuer ->
    [unknown] Spojení s { $host } není bezpečné: tento počítač nedůvěřuje jeho certifikátu.
   *[other] Spojení s { $host } není bezpečné: jeho certifikát vydal { $issuer } a tomu tento počítač nedůvěřuje.
}
fetch-tls-hint = Ve firmě může síť spojení kontrolovat: zeptejte se na její certifikační autoritu a zadejte soubor pomocí --ca. Jinde použijte jinou síť.
    .window = Ve firmě může síť spojení kontrolovat: požádejte toho, kdo se o tento počítač stará, aby na něm nastavil důvěru k certifikační autoritě firmy. Jinde použijte jinou síť.
fetch-proxy = { $proxy ->
    [unknown] Proxy server na cestě k { $host } vyžaduje jméno a heslo nebo odmítá ty, které dostal.
   *[other] Proxy server { $proxy } vyžaduje jméno a heslo nebo odmítá ty, které dostal.
}
fetch-proxy-hint = Zadejte je pomocí --proxy http://NAME:PASSWORD@HOST:PORT.
fetch-proxy-unreachable = K proxy serveru { $proxy } se nelze připojit, takže se nešlo dotázat { $host }.
fetch-proxy-unreachable-hint = Zkontrolujte název a port proxy serveru: za --proxy, v proměnných http_proxy a https_proxy nebo v nastavení systému. Co už je staženo, zůstává.
    .window = Zkontrolujte název a port proxy serveru: v proměnných http_proxy a https_proxy nebo v nastavení systému. Co už je staženo, zůstává.
fetch-login = { $host } vyžaduje jméno a heslo nebo odmítá zadané údaje.
fetch-login-hint = Zadejte je v adrese, https://NAME:PASSWORD@HOST/…, tam, kde jste ji uvedli: --index-url, --mirror nebo --repository. Pokud jste žádnou adresu neuvedli, informujte vydavatele.
    .window = Zadejte je v adrese, https://NAME:PASSWORD@HOST/…, tam, kde jste ji uvedli. Pokud jste žádnou adresu neuvedli, informujte vydavatele.
fetch-offline = { $count ->
    [one] Chybí { COUNT($count) } soubor a --offline zakazuje ho stáhnout: { $artifacts }
    [few] Chybějí { COUNT($count) } soubory a --offline zakazuje je stáhnout: { $artifacts }
    [many] Chybí { COUNT($count) } souboru a --offline zakazuje je stáhnout: { $artifacts }
   *[other] Chybí { COUNT($count) } souborů a --offline zakazuje je stáhnout: { $artifacts }
}
fetch-offline-hint = Dejte soubory do složky a zadejte ji pomocí --find-links, nebo spusťte program bez --offline.

disk-full = V { $folder } není dost místa.
disk-full-hint = Uvolněte místo nebo zvolte jinou složku: pro aplikaci pomocí --prefix, pro stažené soubory proměnnou XDG_CACHE_HOME. Co už je staženo, zůstává.
    .window = Uvolněte místo. Co už je staženo, zůstává.
disk-no-room = V { $folder } je potřeba { BYTES($needed) } a volných je { BYTES($free) }.
disk-no-room-hint = Uvolněte místo nebo zvolte jinou složku: pro aplikaci pomocí --prefix, pro stažené soubory proměnnou XDG_CACHE_HOME. Co už je staženo, zůstává.
    .window = Uvolněte místo. Co už je staženo, zůstává.
disk-rights = Do { $path } není dovoleno zapisovat.
disk-rights-hint = Změňte oprávnění nebo zvolte jinou složku pomocí --prefix. Oprávnění správce nejsou potřeba.
    .window = Změňte oprávnění. Oprávnění správce nejsou potřeba.
disk-foreign-home = Domovská složka { $path } patří jinému účtu než tomu, pod kterým program běží. Nic tam nebylo zapsáno.
disk-foreign-home-hint = Spusťte program bez sudo; oprávnění správce nejsou potřeba. Chcete-li instalovat pro tento účet samotný, použijte sudo -H.
disk-name = { $path } nelze vytvořit: název je příliš dlouhý nebo obsahuje znaky, které tam nejsou povoleny.
disk-name-hint = Zvolte pomocí --prefix složku s kratším názvem, blízko kořene disku.
    .window = Zvolte složku s kratším názvem, blízko kořene disku.
disk-no-rename = Soubory v { $folder } nelze přejmenovat.
disk-no-rename-hint = Zvolte složku na jiném disku: pro aplikaci pomocí --prefix, pro stažené soubory proměnnou XDG_CACHE_HOME.
    .window = Zvolte složku na jiném disku (pro stažené soubory proměnnou XDG_CACHE_HOME).
disk-no-links = V { $folder } nelze vytvářet symbolické odkazy a aplikace je potřebuje.
disk-no-links-hint = Zvolte pomocí --prefix složku na jiném disku; na flash discích a síťových jednotkách odkazy často nefungují.
    .window = Zvolte složku na jiném disku; na flash discích a síťových jednotkách odkazy často nefungují.
disk-no-locks = Soubory v { $folder } nelze zamykat, takže by si dvě instalace mohly překážet.
disk-no-locks-hint = Zvolte složku na vlastním disku tohoto počítače: pro aplikaci pomocí --prefix, pro stažené soubory proměnnou XDG_CACHE_HOME.
    .window = Zvolte složku na vlastním disku tohoto počítače (pro stažené soubory proměnnou XDG_CACHE_HOME).
disk-no-execution = V { $folder } se nesmějí spouštět programy, takže by tam aplikace nemohla běžet.
disk-no-execution-hint = Zvolte pomocí --prefix složku, ve které se programy spouštět smějí.
    .window = Zvolte složku, ve které se programy spouštět smějí.
disk-no-room-for-files = { $needed ->
    [one] V { $folder } je třeba vytvořit asi { COUNT($needed) } soubor; počet dalších souborů, které se na disk vejdou: { COUNT($free) }.
    [few] V { $folder } je třeba vytvořit asi { COUNT($needed) } soubory; počet dalších souborů, které se na disk vejdou: { COUNT($free) }.
    [many] V { $folder } je třeba vytvořit asi { COUNT($needed) } souboru; počet dalších souborů, které se na disk vejdou: { COUNT($free) }.
   *[other] V { $folder } je třeba vytvořit asi { COUNT($needed) } souborů; počet dalších souborů, které se na disk vejdou: { COUNT($free) }.
}
disk-no-room-for-files-hint = Odstraňte odtud některé soubory nebo zvolte pomocí --prefix složku na jiném disku.
    .window = Odstraňte odtud některé soubory nebo zvolte složku na jiném disku.
disk-path-too-long = { $most ->
    [one] Cesta { $folder } je příliš dlouhá: smí mít nejvýše { COUNT($most) } znak, aby v ní šlo pojmenovat soubory.
    [few] Cesta { $folder } je příliš dlouhá: smí mít nejvýše { COUNT($most) } znaky, aby v ní šlo pojmenovat soubory.
    [many] Cesta { $folder } je příliš dlouhá: smí mít nejvýše { COUNT($most) } znaku, aby v ní šlo pojmenovat soubory.
   *[other] Cesta { $folder } je příliš dlouhá: smí mít nejvýše { COUNT($most) } znaků, aby v ní šlo pojmenovat soubory.
}
disk-path-too-long-hint = Zvolte pomocí --prefix složku s kratší cestou.
    .window = Zvolte složku s kratší cestou.
disk-names-too-short = { $most ->
    [one] Názvy souborů v { $folder } smějí mít nejvýše { COUNT($most) } znak; potřeba je { COUNT($needed) }. Tak tomu bývá u šifrovaných složek.
    [few] Názvy souborů v { $folder } smějí mít nejvýše { COUNT($most) } znaky; potřeba je { COUNT($needed) }. Tak tomu bývá u šifrovaných složek.
    [many] Názvy souborů v { $folder } smějí mít nejvýše { COUNT($most) } znaku; potřeba je { COUNT($needed) }. Tak tomu bývá u šifrovaných složek.
   *[other] Názvy souborů v { $folder } smějí mít nejvýše { COUNT($most) } znaků; potřeba je { COUNT($needed) }. Tak tomu bývá u šifrovaných složek.
}
disk-names-too-short-hint = Zvolte jinou složku pro stažené soubory proměnnou XDG_CACHE_HOME.
disk-other = { $path } se nepodařilo přečíst nebo zapsat.
disk-other-hint = Hlášení systému je v podrobnostech. Podívejte se, zda tam není něco jiného nebo zda to něco nepoužívá, a zkuste to znovu; ve Windows může soubor držet antivirový program.

limit-open-files = { $limit ->
    [one] Tento účet smí mít současně otevřený jen { COUNT($limit) } soubor; potřeba je { COUNT($needed) }.
    [few] Tento účet smí mít současně otevřené jen { COUNT($limit) } soubory; potřeba je { COUNT($needed) }.
    [many] Tento účet smí mít současně otevřeno jen { COUNT($limit) } souboru; potřeba je { COUNT($needed) }.
   *[other] Tento účet smí mít současně otevřeno jen { COUNT($limit) } souborů; potřeba je { COUNT($needed) }.
}
limit-open-files-hint = Zvyšte limit („ulimit -n“) nebo požádejte toho, kdo se o tento počítač stará.
limit-file-size = Tento účet smí zapisovat soubory o velikosti nejvýše { BYTES($limit) }; potřeba je { BYTES($needed) }.
limit-file-size-hint = Zvyšte limit („ulimit -f“) nebo požádejte toho, kdo se o tento počítač stará.

environment-runtime = Python dodaný s vydáním se nepodařilo rozbalit nebo neběží.
environment-runtime-hint = Nainstalujte Python z python.org, zadejte ho pomocí --python a informujte vydavatele.
    .window = Nainstalujte Python z python.org a informujte vydavatele.
environment-create = Python nedokázal vytvořit prostředí pro aplikaci.
environment-create-hint = Důvod je v podrobnostech. Zkuste jiný Python pomocí --python nebo jinou složku pomocí --prefix.
    .window = Důvod je v podrobnostech. Zvolte jinou složku nebo nainstalujte jinou verzi Pythonu.
environment-start = { $program } se nepodařilo spustit.
environment-start-hint = Důvod je v podrobnostech. Spouštění programů je v té složce možná zakázáno: zvolte jinou pomocí --prefix.
    .window = Důvod je v podrobnostech. Spouštění programů je v té složce možná zakázáno: zvolte jinou.
environment-wheel-refused = Balíček { $wheel } obsahuje něco, co by v žádném balíčku být nemělo, a nebyl nainstalován.
environment-wheel-refused-hint = Co to je, je uvedeno v podrobnostech. Informujte vydavatele. Nic se nezměnilo.
environment-pip = Balíčky se nepodařilo nainstalovat.
environment-pip-hint = Hlášení programu pip je v podrobnostech. Nic se nezměnilo; pokud se to stane znovu, informujte vydavatele.
environment-pip-python = Program pip z vydání ({ $pip }) neběží v Pythonu { $python }.
environment-pip-python-hint = Zadejte jiný Python pomocí --python a informujte vydavatele.
    .window = Nainstalujte jinou verzi Pythonu a informujte vydavatele.
environment-hash = Balíček není ten, který podepsal vydavatel; pip ho odmítl.
environment-hash-hint = Disk nebo jiný program mění soubory. Na novou verzi se nepřešlo; zkuste to znovu.
environment-build = Balíček { $package } se na tomto počítači nepodařilo sestavit.
environment-build-hint = Hlášení ze sestavování je v podrobnostech; často chybějí vývojové soubory některé knihovny. Pro jiný Python může existovat hotový balíček: zkuste --python.
    .window = Hlášení ze sestavování je v podrobnostech; často chybějí vývojové soubory některé knihovny. Pro jiný Python může existovat hotový balíček.
environment-no-headers = Balíček { $package } je třeba sestavit na tomto počítači, ale { $python } nemá hlavičkové soubory C.
environment-no-headers-hint = Nainstalujte vývojové soubory Pythonu (v Debianu: python3-dev) nebo zkuste jiný Python pomocí --python.
    .window = Nainstalujte vývojové soubory Pythonu (v Debianu: python3-dev).
environment-no-command = Ve vydání chybí příkaz „{ $command }“, ačkoli ho uvádí.
environment-no-command-hint = To je chyba vydavatele: informujte ho. Na novou verzi se nepřešlo.
environment-changed = Po instalaci se { $path } liší od toho, co tam má být.
environment-changed-hint = Disk nebo jiný program (antivirový?) mění soubory. Na novou verzi se nepřešlo; zkuste to znovu.
environment-check = Nainstalované balíčky k sobě nepasují.
environment-check-hint = To je chyba ve vydání: informujte vydavatele. Na novou verzi se nepřešlo.
environment-smoke-test = Právě nainstalovaná aplikace se nespustí.
environment-smoke-test-hint = Její hlášení je v podrobnostech. Na novou verzi se nepřešlo; informujte vydavatele.
environment-time = Jeden krok instalace trval příliš dlouho a byl ukončen.
environment-time-hint = Zkuste to znovu, až bude počítač méně vytížený. Na novou verzi se nepřešlo.

activate-launcher-taken = Soubor { $path } patří něčemu jinému a nebyl přepsán.
activate-launcher-taken-hint = Přesuňte ho jinam nebo odstraňte a spusťte program znovu.
activate-unsafe = { $path } je odkaz, patří někomu jinému nebo do něj mohou zapisovat ostatní. Nebylo to použito.
activate-unsafe-hint = Odeberte ostatním právo zápisu (chmod go-w), odstraňte to nebo zvolte jinou složku: pomocí --prefix pro aplikaci, proměnnou XDG_CACHE_HOME pro stažené soubory.
    .window = Odeberte ostatním právo zápisu (chmod go-w), odstraňte to nebo zvolte jinou složku (proměnnou XDG_CACHE_HOME pro stažené soubory).
activate-anothers = Instalace ve složce { $folder } patří jinému účtu: { $owner }.
activate-anothers-hint = Změnit nebo odstranit ji může jen tento účet. Zvolte jinou složku pomocí --prefix.
    .window = Změnit nebo odstranit ji může jen tento účet. Zvolte jinou složku.
activate-damaged-receipt = Soubor { $path } je poškozen, takže neříká, co k instalaci patří.
activate-damaged-receipt-hint = Spusťte tento program bez příkazu: nainstaluje aplikaci znovu a soubor opět zapíše. Potom ji odeberte.
activate-foreign = { $path } existuje už z dřívějška a není součástí instalace; nic se tam nezměnilo.
activate-foreign-hint = Zvolte jinou složku pomocí --prefix, nebo to přesuňte jinam a spusťte program znovu.
    .window = Zvolte jinou složku, nebo to přesuňte jinam a spusťte program znovu.
activate-previous-gone = Verzi { $version }, ponechanou pro případný návrat, už nelze spustit: její soubory nebo její Python zmizely.
activate-previous-gone-hint = Zůstaňte u nainstalované verze; nic se na ní nezměnilo.
activate-newer-receipt = Soubor { $path } zapsal novější instalátor.
activate-newer-receipt-hint = Použijte onen instalátor nebo získejte od vydavatele nejnovější.

verify-damaged = Nainstalovaná aplikace není v pořádku na { $count ->
    [one] { COUNT($count) } místě
    [few] { COUNT($count) } místech
    [many] { COUNT($count) } místa
   *[other] { COUNT($count) } místech
}.
verify-damaged-hint = Spusťte „{ $command }“: opraví, co je poškozeno, a vašich dat se nedotkne.
    .window = Spusťte „{ window-repair }“: opraví, co je poškozeno, a vašich dat se nedotkne.
verify-damaged-anothers = Nainstalovaná aplikace není v pořádku na { $count ->
    [one] { COUNT($count) } místě
    [few] { COUNT($count) } místech
    [many] { COUNT($count) } místa
   *[other] { COUNT($count) } místech
}.
verify-damaged-anothers-hint = Opravit ji může jen účet, kterému patří: { $owner }.
uninstall-declined = Nic nebylo odebráno.
uninstall-declined-hint = Aplikace zůstává beze změny. Chcete-li ji odebrat, spusťte program znovu a odpovězte ano.
uninstall-mounted = V { $path } je připojen jiný disk, proto složka s daty, ve které leží, nebyla odebrána.
uninstall-mounted-hint = Nejprve disk odpojte, nebo odeberte aplikaci bez této složky.

busy = V { $folder } probíhá jiná instalace.
busy-hint = Počkejte, až skončí, a spusťte program znovu; s --wait SECONDS počká sám.
    .window = Počkejte, až skončí, a spusťte program znovu.
cancelled = Zrušeno. Co bylo nainstalováno dříve, zůstává beze změny.
cancelled-hint = Kdykoli program spusťte znovu: co už je staženo, zůstává.
internal = Uvnitř tohoto programu se něco pokazilo.
internal-hint = To je naše chyba. Nahlaste ji prosím spolu s podrobnostmi.

log-unwritable = Protokol { $path } nelze zapsat.
log-unwritable-hint = Zadejte soubor ve složce, do které smíte zapisovat, nebo --log vynechejte.
