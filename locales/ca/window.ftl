window-caption = Instal·lació de { $name }

window-install = Instal·la
window-upgrade = Actualitza
window-repair = Repara
window-go-back = Torna enrere
window-uninstall = Desinstal·la
window-cancel = Cancel·la
window-language = Idioma
window-close = Tanca
window-later = En tancar-se
window-open = Obre
window-back = Enrere
window-continue = Continua
window-try-again = Torna-ho a provar
window-copy = Copia
window-copy-details = Copia els detalls
window-stop = Atura
window-stop-close = Atura i tanca
window-go-on = Segueix

window-step = { $step }…
window-nothing-changed = Encara no es canvia res.
window-going-on = Es continua on s’havia aturat…
window-stopping = S’està aturant…

window-offer-install = Instal·la { $name }
window-offer-upgrade = Actualitza { $name }
window-offer-repair = Repara { $name }
window-offer-go-back = Voleu tornar al { $name } anterior?
window-offer-uninstall = Voleu desinstal·lar { $name }?
window-consequence-upgrade = La versió instal·lada es queda fins que la nova s’hagi iniciat bé, i es conserva per poder-hi tornar.
window-consequence-repair = Es restableix el que està malmès o falta. Les vostres dades no es toquen.
window-consequence-go-back = Es torna a usar la versió { $version }. És possible que no pugui obrir les dades que hagi modificat la versió més nova: consulteu-ho a l’editor.
window-consequence-uninstall = L’aplicació i tot el que es va instal·lar amb ella s’eliminaran d’aquest ordinador.

window-version = Versió { $version }
window-version-size = Versió { $version } · { BYTES($size) } per baixar
window-verified = Editor verificat: { $publisher }
window-fact-signed = Signatures
window-signed = { $signed ->
    [one] { COUNT($signed) } clau de { COUNT($keys) } (mínim: { COUNT($threshold) })
   *[other] { COUNT($signed) } claus de { COUNT($keys) } (mínim: { COUNT($threshold) })
}
window-fact-download = Baixada
window-download = { $packages ->
    [one] { BYTES($size) } en { COUNT($packages) } paquet
   *[other] { BYTES($size) } en { COUNT($packages) } paquets
}
window-download-none = Res, ja és tot aquí
window-fact-disk = Al disc
window-disk = uns { BYTES($size) }
window-fact-folder = Carpeta

window-options = Opcions
window-folder = Carpeta d’instal·lació
window-switch-start = Inicia { $name } en acabar
window-switch-menu = Afegeix al menú
window-switch-desktop = Afegeix una icona a l’escriptori
window-switch-path = Permet usar-ne les ordres als terminals (afegeix-les al PATH)

window-now-install = S’està instal·lant { $name }
window-now-upgrade = S’està actualitzant { $name }
window-now-repair = S’està reparant { $name }
window-now-go-back = S’està tornant al { $name } anterior
window-now-uninstall = S’està desinstal·lant { $name }

window-speed = { BYTES($speed) }/s
window-left = queden aprox. { DURATION($left) }
window-speed-left = { BYTES($speed) }/s · queden aprox. { DURATION($left) }
window-waiting = S’està esperant la xarxa. Després continuarà automàticament.

window-details = Detalls
window-arrived = { $artifact } ja és aquí, { BYTES($size) }
window-building = S’està compilant { $package }
window-installed = { $package } està instal·lat

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = La versió { $version } està instal·lada
window-news-none = L’aplicació està al dia.
window-news-upgrade = La versió { $version } està disponible, { BYTES($size) } per baixar.
window-news-left-aside = L’aplicació funciona. La versió { $version } és més nova; vau decidir deixar-la.
window-news-broken = Hi ha alguna cosa malmesa o que falta, i es pot reparar.
window-news-unknown = No s’ha pogut saber si hi ha una versió més nova.
window-about-repair = Restableix el que està malmès o falta.
window-about-go-back = Torna a usar la versió { $version }, que encara és aquí.
window-about-uninstall = Les vostres dades es conserven, si no trieu el contrari.
window-running = En execució: { $programs }. Continua amb la versió amb què es va iniciar fins que es tanqui.

window-goes-size = S’elimina ({ BYTES($size) }):
window-data = Es conserva, si no ho activeu aquí:
window-data-remove = Elimina també les vostres dades a { $folder } ({ BYTES($size) })
window-downloads-remove = Elimina les baixades que res més no necessita ({ BYTES($size) })

window-ready = { $name } està a punt
window-removed = S’ha desinstal·lat { $name }
window-removed-kept = Les vostres dades no s’han tocat.
window-removed-data = Les dades que heu triat també s’han eliminat.
window-done-install = Tot s’ha comprovat i funciona.
window-done-upgrade = La versió nova s’ha comprovat i funciona. L’anterior es conserva per poder-hi tornar.
window-done-repair = Tot s’ha comprovat i torna a funcionar.
window-done-go-back = Es torna a usar la versió anterior.
window-done-nothing = No hi havia res malmès ni res a fer.
window-done-later = La versió { $version } està a punt. S’activarà la pròxima vegada que s’iniciï aquest programa.
window-still-running = Encara s’executa amb la versió anterior: { $programs }. Reinicieu per usar la nova.
window-type-this = Per iniciar, escriviu això en un terminal:
window-copied = Copiat
window-where = Les ordres són a { $folder }.
window-not-on-path = Les ordres són a { $folder }, que no és al PATH: mentrestant, als terminals cal el camí complet.
window-stopped = Aturat
window-stopped-kept = No s’ha canviat res. El que s’ha baixat es conserva, i la pròxima vegada es continua des d’allà.

window-failed = No s’ha pogut instal·lar { $name }
window-failed-network = Sense connexió
window-failed-refused = No s’ha instal·lat, per seguretat
window-failed-older = S’ha refusat la versió anterior
window-failed-python = Falta un Python adequat
window-failed-package = No hi ha un paquet per a aquest ordinador
window-failed-disk = Hi ha un problema amb el disc o la carpeta
window-failed-busy = Hi ha una altra instal·lació en curs
window-failed-removal = No s’ha pogut desinstal·lar { $name }
window-failed-repair = No s’ha pogut reparar { $name }
window-failed-go-back = No s’ha pogut tornar al { $name } anterior
window-code = Detalls ({ $code })
window-tries-in = Nou intent d’aquí a { DURATION($left) }
window-kept = El que s’ha baixat es conserva.
window-support = Ajuda: { $support }

window-proxy-name = Nom per al servidor intermediari
window-proxy-password = Contrasenya

window-ask-cancel = Voleu aturar-ho aquí?
window-ask-close = Voleu aturar-ho i tancar la finestra?
window-ask-kept = El que s’ha baixat es conserva, i la pròxima vegada es continua des d’allà.
window-ask-undone = El que s’havia començat es desfà. El que ja estava instal·lat es queda com estava.
