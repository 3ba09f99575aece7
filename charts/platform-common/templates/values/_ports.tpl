{{/*
The context's ports as a list of { name, port, targetPort, protocol }, set in place.
Usage: {{ include "platform-common.v1.values.ports" $context }}
*/}}
{{- define "platform-common.v1.values.ports" -}}
{{- $read := dict "ports" .values.ports -}}
{{- include "platform-common.v1.values.readPorts" $read -}}
{{- $_ := set . "ports" $read.list -}}
{{- end -}}

{{/*
Reads a map of ports (a number, or { port, targetPort, protocol }) and sets "list" beside
it: { name, port, targetPort, protocol } with numbers as integers, sorted by name.
Usage: {{ include "platform-common.v1.values.readPorts" (dict "ports" $ports) }}
*/}}
{{- define "platform-common.v1.values.readPorts" -}}
{{- $list := list -}}
{{- range $name, $port := .ports -}}
  {{- $port = kindIs "map" $port | ternary $port (dict "port" $port) -}}
  {{- $list = append $list (dict
    "name" $name
    "port" (int $port.port)
    "targetPort" (int ($port.targetPort | default $port.port))
    "protocol" ($port.protocol | default "TCP")
  ) -}}
{{- end -}}
{{- $_ := set . "list" $list -}}
{{- end -}}
