{{/*
Every value that this chart knows, and of which kind it is. A leaf names one or more kinds
(text, number, boolean, list, map) with "|" between them; "*" stands for any key; "=" names
the kinds that may stand in place of the map.
Usage: {{ include "platform-common.v1.values.shape" . | fromYaml }}
*/}}
{{- define "platform-common.v1.values.shape" -}}
{{- $probe := "{ enabled: boolean, path: text, port: text|number, command: list, initialDelaySeconds: number, periodSeconds: number, timeoutSeconds: number, failureThreshold: number }" -}}
{{- $ports := "{ '*': { '=': number, port: number, targetPort: number, protocol: text } }" -}}
{{- $image := "{ registry: text, repository: text, tag: text, digest: text, pullPolicy: text }" -}}
language: text
type: text
enabled: boolean
image: {{ $image }}
imagePullSecrets: [{ name: text }]
replicas: number
ports: {{ $ports }}
command: [text]
args: [text]
env:
  "*": { "=": text, secret: text, key: text }
config:
  "*": text
existingSecret: text
bindings:
  "*":
    "*": text
wiring:
  callers:
    "*": boolean
  dependencies:
    "*":
      host: text
      port: text
      ports: {{ $ports }}
      podLabels:
        "*": text
      wait: boolean
      external: boolean
      cidrs: [text]
      database: text
      username: text
      vhost: text
      secret:
        name: text
        keys: { username: text, password: text, database: text, vhost: text, uri: text }
waits:
  "*": boolean
wait:
  timeoutSeconds: number
  image: {{ $image }}
probes:
  liveness: {{ $probe }}
  readiness: {{ $probe }}
  startup: {{ $probe }}
resources: map
podSecurity: text
securityContext:
  runAsUser: number
  runAsGroup: number
  fsGroup: number
  readOnlyRootFilesystem: boolean
writablePaths: [text]
persistence:
  enabled: boolean
  size: text
  mountPath: text
  storageClassName: text
egress: [{ host: text, port: number }]
networkPolicy:
  enabled: boolean
serviceAccount:
  create: boolean
  annotations:
    "*": text
labels:
  "*": text
annotations:
  "*": text
podLabels:
  "*": text
podAnnotations:
  "*": text
terminationGracePeriodSeconds: number
nameOverride: text
fullnameOverride: text
{{- end -}}

{{/*
The same for one entry of the umbrella's `backingServices`.
Usage: {{ include "platform-common.v1.values.backingServiceShape" . | fromYaml }}
*/}}
{{- define "platform-common.v1.values.backingServiceShape" -}}
callers:
  "*": boolean
ports:
  "*": { "=": number, port: number, targetPort: number, protocol: text }
podLabels:
  "*": text
peerPorts: [number]
{{- end -}}
