window-caption = Installation de { $name }

window-install = Installer
window-upgrade = Mettre à jour
window-repair = Réparer
window-go-back = Revenir
window-uninstall = Désinstaller
window-cancel = Annuler
window-language = Langue
window-close = Fermer
window-later = À la fermeture
window-open = Ouvrir
window-back = Retour
window-continue = Continuer
window-try-again = Réessayer
window-copy = Copier
window-copy-details = Copier les détails
window-stop = Arrêter
window-stop-close = Arrêter et fermer
window-go-on = Poursuivre

window-step = { $step }…
window-nothing-changed = Rien n’est encore modifié.
window-going-on = Reprise là où cela s’était arrêté…
window-stopping = Arrêt en cours…

window-offer-install = Installer { $name }
window-offer-upgrade = Mettre à jour { $name }
window-offer-repair = Réparer { $name }
window-offer-go-back = Revenir à l’ancien { $name } ?
window-offer-uninstall = Désinstaller { $name } ?
window-consequence-upgrade = La version installée reste en place jusqu’à ce que la nouvelle ait bien démarré, puis elle est conservée pour pouvoir y revenir.
window-consequence-repair = Ce qui est endommagé ou manquant est rétabli. Vos données ne sont pas touchées.
window-consequence-go-back = La version { $version } est de nouveau utilisée. Elle ne pourra peut-être pas ouvrir les données modifiées par la version plus récente : renseignez-vous auprès de l’éditeur.
window-consequence-uninstall = L’application et tout ce qui a été installé avec elle seront supprimés de cet ordinateur.

window-version = Version { $version }
window-version-size = Version { $version } · { BYTES($size) } à télécharger
window-verified = Éditeur vérifié : { $publisher }
window-fact-signed = Signatures
window-signed = { $signed ->
    [one] { COUNT($signed) } clé sur { COUNT($keys) } (minimum : { COUNT($threshold) })
   *[other] { COUNT($signed) } clés sur { COUNT($keys) } (minimum : { COUNT($threshold) })
}
window-fact-download = Téléchargement
window-download = { $packages ->
    [one] { BYTES($size) } en { COUNT($packages) } paquet
   *[other] { BYTES($size) } en { COUNT($packages) } paquets
}
window-download-none = Rien, tout est déjà là
window-fact-disk = Sur le disque
window-disk = environ { BYTES($size) }
window-fact-folder = Dossier

window-options = Options
window-folder = Dossier d’installation
window-switch-start = Démarrer { $name } à la fin
window-switch-menu = Ajouter au menu
window-switch-desktop = Ajouter une icône sur le bureau
window-switch-path = Rendre les commandes accessibles dans les terminaux (les ajouter au PATH)

window-now-install = Installation de { $name }
window-now-upgrade = Mise à jour de { $name }
window-now-repair = Réparation de { $name }
window-now-go-back = Retour à l’ancien { $name }
window-now-uninstall = Désinstallation de { $name }

window-speed = { BYTES($speed) }/s
window-left = encore { DURATION($left) } environ
window-speed-left = { BYTES($speed) }/s · encore { DURATION($left) } environ
window-waiting = En attente du réseau. La reprise est automatique.

window-details = Détails
window-arrived = { $artifact } est arrivé, { BYTES($size) }
window-building = Compilation de { $package }
window-installed = { $package } est installé

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = La version { $version } est installée
window-news-none = L’application est à jour.
window-news-upgrade = La version { $version } est disponible, { BYTES($size) } à télécharger.
window-news-left-aside = L’application fonctionne. La version { $version } est plus récente ; vous avez choisi de la quitter.
window-news-broken = Certains éléments sont endommagés ou manquants, mais peuvent être réparés.
window-news-unknown = Impossible de savoir s’il existe une version plus récente.
window-about-repair = Rétablit ce qui est endommagé ou manquant.
window-about-go-back = Utilise de nouveau la version { $version }, qui est toujours là.
window-about-uninstall = Vos données sont conservées, sauf si vous en décidez autrement.
window-running = En cours d’exécution : { $programs }. La version déjà démarrée continue de fonctionner jusqu’à sa fermeture.

window-goes-size = Sera supprimé ({ BYTES($size) }) :
window-data = Sera conservé, sauf si vous l’activez ici :
window-data-remove = Supprimer aussi vos données dans { $folder } ({ BYTES($size) })
window-downloads-remove = Supprimer les téléchargements devenus inutiles ({ BYTES($size) })

window-ready = { $name } est prêt
window-removed = { $name } est désinstallé
window-removed-kept = Vos données n’ont pas été touchées.
window-removed-data = Les données que vous avez choisies ont également été supprimées.
window-done-install = Tout a été vérifié et fonctionne.
window-done-upgrade = La nouvelle version a été vérifiée et fonctionne. La précédente est conservée pour pouvoir y revenir.
window-done-repair = Tout a été vérifié et fonctionne de nouveau.
window-done-go-back = L’ancienne version est de nouveau utilisée.
window-done-nothing = Rien n’était endommagé, il n’y avait rien à faire.
window-done-later = La version { $version } est prête. Elle sera activée au prochain lancement de ce programme.
window-still-running = Encore en cours d’exécution avec la version précédente : { $programs }. Redémarrez pour utiliser la nouvelle.
window-type-this = Pour démarrer, saisissez ceci dans un terminal :
window-copied = Copié
window-where = Les commandes se trouvent dans { $folder }.
window-not-on-path = Les commandes se trouvent dans { $folder }, qui n’est pas dans le PATH : en attendant, il faut indiquer le chemin complet dans les terminaux.
window-stopped = Arrêté
window-stopped-kept = Rien n’a été modifié. Ce qui a été téléchargé est conservé et servira la prochaine fois.

window-failed = Impossible d’installer { $name }
window-failed-network = Pas de connexion
window-failed-refused = Non installé, pour votre sécurité
window-failed-older = L’ancienne version a été refusée
window-failed-python = Aucun Python adapté n’a été trouvé
window-failed-package = Paquet indisponible pour cet ordinateur
window-failed-disk = Problème de disque ou de dossier
window-failed-busy = Une autre installation est en cours
window-failed-removal = Impossible de désinstaller { $name }
window-failed-repair = Impossible de réparer { $name }
window-failed-go-back = Impossible de revenir à l’ancien { $name }
window-code = Détails ({ $code })
window-tries-in = Nouvelle tentative dans { DURATION($left) }
window-kept = Ce qui a été téléchargé est conservé.
window-support = Aide : { $support }

window-proxy-name = Nom pour le proxy
window-proxy-password = Mot de passe

window-ask-cancel = Arrêter ici ?
window-ask-close = Arrêter et fermer la fenêtre ?
window-ask-kept = Ce qui a été téléchargé est conservé et servira la prochaine fois.
window-ask-undone = Ce qui a été commencé est annulé. Ce qui était installé auparavant reste tel quel.
