export { type Broker, nameOf, readBroker } from './address.ts'
export { type Connections, mqttConnections } from './connections.ts'
export { type MqttConfig, publishMqtt } from './mqtt-sink.ts'
export type { ClientOptions, Connector } from './open-client.ts'
