plan-publisher = {"  "}Éditeur : { $publisher } ; signatures : { COUNT($signed) } clés sur { COUNT($keys) } (minimum : { COUNT($threshold) })
plan-python = {"  "}Python : { $python }
plan-packages = {"  "}Paquets : { COUNT($packages) } ({ BYTES($size) }, dont { BYTES($fetch) } à télécharger)
plan-builds = {"  "}Compilés sur cet ordinateur : { $packages }
plan-running = {"  "}En cours d’exécution : { $programs }. La version déjà démarrée continue de fonctionner, rien de ce dont elle a besoin n’est supprimé.
plan-go-back-data = {"  "}Vos propres données restent telles quelles. L’ancienne version ne saura peut-être pas lire ce que la plus récente a écrit : si c’est important, faites d’abord une copie.
plan-folder = {"  "}Dossier : { $folder }

plain-phase = { $phase }…
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole } : { $detail }
outcome-install = La version { $version } est installée.
outcome-upgrade = La version { $version } est installée. La précédente est conservée : « { $command } » permet d’y revenir.
outcome-upgrade-later = La version { $version } est encore en cours d’exécution. La version { $pending } est prête : elle sera activée au prochain lancement de ce programme.
outcome-go-back = La version { $version } est de nouveau installée. Celle que vous quittez est conservée : « { $command } » permet d’y revenir.
outcome-repair = La version { $version } a été réinstallée.
outcome-mend = La version { $version } est de nouveau en ordre.
outcome-verify = Rien n’est endommagé : la version { $version } est telle qu’elle a été installée.
outcome-up-to-date = La version { $version } est installée et à jour.
outcome-left-aside = La version { $version } est installée. Vous avez quitté la version { $newer }, elle n’est donc pas réinstallée automatiquement : pour cela, utilisez « { $command } ».
outcome-running = Encore en cours d’exécution avec la version précédente : { $programs }. Redémarrez pour utiliser la nouvelle.
outcome-uninstall = Désinstallation terminée.
outcome-commands = Pour démarrer : { $commands }
outcome-not-on-path = { $folder } n’est pas dans le PATH. Ajoutez-le pour ne plus avoir à indiquer le dossier.
outcome-path-line = Pour que le nom seul suffise, ajoutez cette ligne à { $file }, ou relancez avec --add-to-path :
outcome-path-added = Le dossier des commandes a été ajouté au PATH dans { $file }. Ouvrez un nouveau terminal pour en profiter.
failure-message = Erreur : { $message } [{ $code }]
failure-hint = Que faire : { $hint }
failure-details = Détails :

findings-compared = Version { $version } : { $files ->
    [one] { COUNT($files) } fichier comparé
   *[other] { COUNT($files) } fichiers comparés
} ({ BYTES($size) }) ; paquets comparés à ce que l’éditeur a signé : { COUNT($signed) } sur { COUNT($packages) }, les autres au relevé de l’installation
findings-mended = Réparé ({ COUNT($count) }) :
findings-more = {"  "}et { COUNT($count) } de plus ; --json affiche tout

check-up-to-date = { $name } { $installed } est à jour.
check-upgrade = { $name } { $offered } peut être installé ; version installée : { $installed }.
check-upgrade-size = { $name } { $offered } peut être installé ({ BYTES($size) } à télécharger) ; version installée : { $installed }.
check-security = La version { $installed } présente des failles de sécurité connues.
check-obstacle = {"  "}Installation impossible sur cet ordinateur dans son état actuel [{ $code }].

removal-goes = Désinstallation de { $name } { $version }. Sera supprimé :
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Sera conservé :
removal-data = {"  "}vos données dans { $path } ({ BYTES($size) }) ; --remove-data { $path } les supprime aussi
removal-data-goes = {"  "}vos données dans { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, modifié depuis l’installation ou étranger à ce programme
removal-downloads = {"  "}les téléchargements devenus inutiles ({ BYTES($size) }) ; --remove-downloads les supprime aussi
removal-downloads-goes = {"  "}les téléchargements devenus inutiles ({ BYTES($size) })

status-nothing = Rien n’est installé.
status-installed = { $name } { $version }, date d’installation : { $time }
status-python = {"  "}Python : { $version } ({ $path })
status-packages = {"  "}Paquets : { COUNT($packages) }
status-previous = {"  "}Version conservée pour un retour : { $version }
status-file = {"  "}En dehors de son dossier : { $path }
shell-line = la ligne de { $path } qui met les commandes dans le PATH

note-locale = Aucun texte n’existe en « { $asked } ». Langues disponibles : { $known }
note-log = Journal de cette exécution : { $path }
note-anothers = Elle appartient à un autre compte, { $owner }, et est seulement consultée.
note-no-desktop = Il n’y a pas de dossier du bureau ici, --desktop-shortcut n’a donc pas d’effet.

ask-uninstall = Désinstaller { $name } de { $folder } ?
ask-remove-data = Supprimer aussi vos données dans { $path } ({ BYTES($size) }) ? Elles ne pourront pas être récupérées.
ask-remove-downloads = Supprimer aussi les téléchargements devenus inutiles ({ BYTES($size) }) ?
answer-choices = [o/N]
answer-yes = o oui y yes

help-about = Installe une application Python à partir de versions signées et la tient à jour.
help-usage = Utilisation : { $program } [COMMANDE] [OPTIONS]
help-commands = Commandes :
help-command-none = sans commande : installer, mettre à jour ou terminer, selon le besoin
help-command-install = installer l’application
help-command-upgrade = installer une version plus récente, s’il y en a une
help-command-repair = réparer ce qui est endommagé dans la version installée
help-command-go-back = revenir à la version précédente ; sans réseau
help-command-verify = comparer chaque fichier installé avec ce qui a été publié
help-command-check = indiquer s’il existe une version plus récente
help-command-status = indiquer ce qui est installé
help-command-uninstall = désinstaller l’application ; vos données sont conservées
help-options = Options :
help-prefix = installer dans ce dossier
help-python = utiliser ce Python, ou un Python de cette version
help-repository = chercher les versions à cet endroit
help-profile = installer une autre application : un dossier avec profile.toml et root.json
help-index-url = télécharger les paquets uniquement depuis cet index
help-mirror = essayer d’abord ce miroir de files.pythonhosted.org ; répétable
help-find-links = chercher d’abord les paquets dans ce dossier ; répétable
help-offline = ne pas utiliser le réseau
help-proxy = utiliser ce proxy, http://NAME:PASSWORD@HOST:PORT
help-ca = faire aussi confiance aux autorités de certification de ce fichier
help-later = si l’application est en cours d’exécution, seulement préparer la nouvelle version : elle sera activée au prochain lancement
help-wait = durée d’attente si une autre installation est en cours ; par défaut dix minutes, aucune avec --silent ou --json
help-face = afficher une fenêtre (« window ») ou utiliser le terminal (« terminal »)
help-menu = une entrée dans le menu des applications (créée sauf avec --no-menu)
help-desktop-shortcut = une icône sur le bureau (seulement sur demande)
help-add-to-path = permettre au shell de trouver les commandes : ajouter leur dossier au PATH ; retenu pour les mises à jour
help-silent = n’afficher que les erreurs, ne rien demander
help-json = tout afficher sous forme de lignes JSON
help-yes = répondre oui à la question avant une désinstallation
help-anew = avec repair : tout réinstaller
help-remove-data = avec uninstall : supprimer aussi ce dossier de vos données ; répétable
help-remove-downloads = avec uninstall : supprimer aussi les téléchargements
help-locale = utiliser cette langue, par exemple es
help-log = écrire un journal
help-replay = montrer dans une fenêtre ce que --json a enregistré ; rien n’est installé
help-version = afficher la version de ce programme
help-help = afficher cette page
help-exit =
    Code de sortie : 0 terminé ou rien à faire, 2 utilisation, 10 réseau, 11 refusé par
    sécurité, 12 version plus ancienne refusée, 13 aucun Python adapté, 14 wheel ou compilateur
    absent, 15 disque ou droits, 16 environnement, 17 occupé, 18 non installé, 19 endommagé,
    100 « check » a trouvé une mise à jour, 70 erreur interne, 130 annulé.
