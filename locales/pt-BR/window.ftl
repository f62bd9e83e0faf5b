window-caption = Instalação de { $name }

window-install = Instalar
window-upgrade = Atualizar
window-repair = Reparar
window-go-back = Reverter
window-uninstall = Desinstalar
window-cancel = Cancelar
window-language = Idioma
window-close = Fechar
window-later = Ao fechar
window-open = Abrir
window-back = Voltar
window-continue = Continuar
window-try-again = Tentar de novo
window-copy = Copiar
window-copy-details = Copiar detalhes
window-stop = Parar
window-stop-close = Parar e fechar
window-go-on = Prosseguir

window-step = { $step }…
window-nothing-changed = Nada é alterado ainda.
window-going-on = Continuando de onde parou…
window-stopping = Parando…

window-offer-install = Instalar { $name }
window-offer-upgrade = Atualizar { $name }
window-offer-repair = Reparar { $name }
window-offer-go-back = Voltar ao { $name } anterior?
window-offer-uninstall = Desinstalar { $name }?
window-consequence-upgrade = A versão instalada fica até que a nova tenha iniciado bem, e é mantida para que se possa voltar a ela.
window-consequence-repair = O que está danificado ou faltando é restaurado. Seus dados não são tocados.
window-consequence-go-back = A versão { $version } volta a ser usada. Ela talvez não abra dados que a versão mais nova alterou: consulte o fornecedor.
window-consequence-uninstall = O aplicativo e tudo o que foi instalado com ele serão removidos deste computador.

window-version = Versão { $version }
window-version-size = Versão { $version } · { BYTES($size) } a baixar
window-verified = Fornecedor verificado: { $publisher }
window-fact-signed = Assinaturas
window-signed = { $signed ->
    [one] { COUNT($signed) } chave de { COUNT($keys) } (mínimo: { COUNT($threshold) })
   *[other] { COUNT($signed) } chaves de { COUNT($keys) } (mínimo: { COUNT($threshold) })
}
window-fact-download = Download
window-download = { $packages ->
    [one] { BYTES($size) } em { COUNT($packages) } pacote
   *[other] { BYTES($size) } em { COUNT($packages) } pacotes
}
window-download-none = Nada, já está tudo aqui
window-fact-disk = No disco
window-disk = cerca de { BYTES($size) }
window-fact-folder = Pasta

window-options = Opções
window-folder = Pasta de instalação
window-switch-start = Iniciar { $name } ao terminar
window-switch-menu = Adicionar ao menu
window-switch-desktop = Adicionar um ícone à área de trabalho
window-switch-path = Permitir usar os comandos em terminais (adicioná-los ao PATH)

window-now-install = Instalando { $name }
window-now-upgrade = Atualizando { $name }
window-now-repair = Reparando { $name }
window-now-go-back = Voltando ao { $name } anterior
window-now-uninstall = Desinstalando { $name }

window-speed = { BYTES($speed) }/s
window-left = faltam cerca de { DURATION($left) }
window-speed-left = { BYTES($speed) }/s · faltam cerca de { DURATION($left) }
window-waiting = Esperando a rede. Depois continua automaticamente.

window-details = Detalhes
window-arrived = { $artifact } já chegou, { BYTES($size) }
window-building = Compilando { $package }
window-installed = { $package } está instalado

window-spoken = { $step } { PERCENT($progress) }

window-installed-version = A versão { $version } está instalada
window-news-none = O aplicativo está em dia.
window-news-upgrade = A versão { $version } está disponível, { BYTES($size) } a baixar.
window-news-left-aside = O aplicativo funciona. A versão { $version } é mais nova; você voltou dela.
window-news-broken = Algo está danificado ou faltando, e pode ser reparado.
window-news-unknown = Não foi possível saber se há uma versão mais nova.
window-about-repair = Restaura o que está danificado ou faltando.
window-about-go-back = Volta a usar a versão { $version }, que ainda está aqui.
window-about-uninstall = Seus dados são mantidos, a menos que você escolha o contrário.
window-running = Em execução: { $programs }. Continua com a versão com que foi iniciado até ser fechado.

window-goes-size = Será removido ({ BYTES($size) }):
window-data = Será mantido, a menos que você ative aqui:
window-data-remove = Remover também seus dados em { $folder } ({ BYTES($size) })
window-downloads-remove = Remover os downloads de que nada mais precisa ({ BYTES($size) })

window-ready = { $name } está pronto
window-removed = { $name } foi desinstalado
window-removed-kept = Seus dados não foram tocados.
window-removed-data = Os dados que você escolheu também foram removidos.
window-done-install = Tudo foi verificado e funciona.
window-done-upgrade = A nova versão foi verificada e funciona. A anterior é mantida para que se possa voltar a ela.
window-done-repair = Tudo foi verificado e funciona de novo.
window-done-go-back = A versão anterior está em uso de novo.
window-done-nothing = Nada estava danificado e não havia nada a fazer.
window-done-later = A versão { $version } está pronta. Ela será ativada na próxima vez que este programa for iniciado.
window-still-running = Ainda em execução com a versão anterior: { $programs }. Reinicie para usar a nova.
window-type-this = Para iniciar, digite isto em um terminal:
window-copied = Copiado
window-where = Os comandos estão em { $folder }.
window-not-on-path = Os comandos estão em { $folder }, que não está no PATH: enquanto isso, os terminais precisam do caminho completo.
window-stopped = Parado
window-stopped-kept = Nada foi alterado. O que foi baixado é mantido, e da próxima vez continua de onde parou.

window-failed = Não foi possível instalar { $name }
window-failed-network = Sem conexão
window-failed-refused = Não instalado, para sua segurança
window-failed-older = A versão anterior foi recusada
window-failed-python = Falta um Python adequado
window-failed-package = Não há um pacote para este computador
window-failed-disk = O problema é o disco ou a pasta
window-failed-busy = Outra instalação está em andamento
window-failed-removal = Não foi possível desinstalar { $name }
window-failed-repair = Não foi possível reparar { $name }
window-failed-go-back = Não foi possível voltar ao { $name } anterior
window-code = Detalhes ({ $code })
window-tries-in = Nova tentativa em { DURATION($left) }
window-kept = O que foi baixado é mantido.
window-support = Ajuda: { $support }

window-proxy-name = Nome para o proxy
window-proxy-password = Senha

window-ask-cancel = Parar aqui?
window-ask-close = Parar e fechar a janela?
window-ask-kept = O que foi baixado é mantido, e da próxima vez continua de onde parou.
window-ask-undone = O que foi começado é desfeito. O que já estava instalado fica como estava.
