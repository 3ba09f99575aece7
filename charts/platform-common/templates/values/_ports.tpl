{{/*
The context's ports as a list of { name, port, targetPort, protocol }, set in place.
Usage: {{ include "platform-common.v1.values.ports" $context }}
*/}}
{{- define "platform-common.v1.values.ports" -}}
{{- $read := dict "ports" .values.ports -}}
{{- include "platform-common.v1.values.readPorts" $read -}}
{{- include "platform-common.v1.values.checkPorts" (dict "chart" .root.Chart.Name "path" "ports" "ports" $read.list) -}}
{{- include "platform-common.v1.values.checkOwnPorts" (dict "chart" .root.Chart.Name "ports" $read.list) -}}
{{- $_ := set . "ports" $read.list -}}
{{- end -}}

{{/*
Reads a map of ports (a number, or { port, targetPort, protocol }) and sets "list" beside
it: { name, port, targetPort, protocol } with numbers as integers, sorted by name.
Usage: {{ include "platform-common.v1.values.readPorts" (dict "ports" $ports) }}
*/}}
{{- define "platform-common.v1.values.readPorts" -}}
{{- $list := list -}}
{{- range $name, $port := kindIs "map" .ports | ternary .ports dict -}}
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

{{/*
Stops at a port without a number, of a service, of a dependency or of a backing service.
Usage: {{ include "platform-common.v1.values.checkPorts" (dict "chart" "cart" "path" "ports" "ports" $list) }}
*/}}
{{- define "platform-common.v1.values.checkPorts" -}}
{{- range .ports -}}
  {{- if lt .port 1 -}}
    {{- fail (printf "%s: values: %s.%s has no port; write the number under which it is called, such as 8080" $.chart $.path .name) -}}
  {{- end -}}
{{- end -}}
{{- end -}}

{{/*
Stops at what Kubernetes refuses of the ports of a pod and its Service: a name that is none (RFC
6335, 5.1), and two ports of one number and protocol, on the Service or in the pod, by which a
server-side apply tells them apart.
Usage: {{ include "platform-common.v1.values.checkOwnPorts" (dict "chart" "cart" "ports" $list) }}
*/}}
{{- define "platform-common.v1.values.checkOwnPorts" -}}
{{- $chart := .chart -}}
{{- $services := dict -}}
{{- $pods := dict -}}
{{- range .ports -}}
  {{- if not (and (le (len .name) 15) (regexMatch "^[a-z0-9]+(-[a-z0-9]+)*$" .name) (regexMatch "[a-z]" .name)) -}}
    {{- fail (printf "%s: values: ports.%s cannot be the name of a port; a name has at most 15 characters, a-z, 0-9 and single '-' between them, with a letter among them" $chart .name) -}}
  {{- end -}}
  {{- $atService := printf "%d/%s" .port .protocol -}}
  {{- $atPod := printf "%d/%s" .targetPort .protocol -}}
  {{- if hasKey $services $atService -}}
    {{- fail (printf "%s: values: ports.%s and ports.%s are both port %s; give each a number of its own, or keep one" $chart (get $services $atService) .name $atService) -}}
  {{- else if hasKey $pods $atPod -}}
    {{- fail (printf "%s: values: ports.%s and ports.%s both lead to port %s of the pod, which may stand there once; give each a targetPort of its own, or keep one" $chart (get $pods $atPod) .name $atPod) -}}
  {{- end -}}
  {{- $_ := set $services $atService .name -}}
  {{- $_ := set $pods $atPod .name -}}
{{- end -}}
{{- end -}}
