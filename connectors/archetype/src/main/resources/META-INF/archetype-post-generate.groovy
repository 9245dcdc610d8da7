import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths

// Leaves of the new project what the chosen capability needs.
def endings = [
    'import-format': 'Layout',
    'accounting'   : 'Books',
    'vault'        : 'Vault',
    'messages'     : 'Channel',
    'signatures'   : 'Signatures',
    'tickets'      : 'Tickets',
    'profile-watch': 'Watch'
]
def capability = request.properties.getProperty('capability')
def name = request.properties.getProperty('connectorName')
def id = request.artifactId
if (!endings.containsKey(capability)) {
    throw new IllegalArgumentException("Choose a capability of ${endings.keySet().join(', ')}: there is none called ${capability}")
}
if (!(name ==~ /[A-Z][A-Za-z0-9]*/)) {
    throw new IllegalArgumentException("Give a connectorName with which names of classes can begin, such as Acme: not ${name}")
}
if (!(id ==~ /[a-z0-9]+(-[a-z0-9]+)*/) || id.length() > 60) {
    throw new IllegalArgumentException("Give an artifactId of lower case letters, digits and hyphens, at most 60: it is the connector's id, not ${id}")
}

def unwanted = []
endings.each { other, ending ->
    if (other != capability) {
        unwanted.addAll([name + ending, name + ending + 'Test', 'Remote' + ending])
    }
}
if (capability == 'import-format') {
    unwanted.addAll([name + 'Connector', name + 'Client', name + 'SettingsTest', 'RemoteBase', 'Json'])
}
Path project = Paths.get(request.outputDirectory, id)
Files.walk(project).withCloseable { files ->
    files.filter { unwanted.contains(it.fileName.toString().replace('.java', '')) }.toList().each { Files.delete(it) }
}
