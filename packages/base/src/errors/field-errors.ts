import type { ErrorEntry } from './entry.ts'

/** Cameras and outputs: what a technician at the machine has to put right. */
export const fieldErrors = {
  NABIJ_FFMPEG_MISSING: {
    status: 503,
    exit: 2,
    nl: {
      title: 'Het programma ffmpeg staat niet op deze computer',
      meaning:
        'nabij bekijkt USB- en netwerkcamera’s met ffmpeg. Dat programma hoort niet bij nabij en moet je zelf installeren.',
      action:
        'Debian of Ubuntu: “sudo apt install ffmpeg”. Windows: “winget install Gyan.FFmpeg”. macOS: “brew install ffmpeg”. Staat het ergens anders, zet dan het volledige pad in NABIJ_FFMPEG. Start nabij daarna opnieuw.',
    },
    en: {
      title: 'The program ffmpeg is not on this computer',
      meaning:
        'nabij looks at USB and network cameras with ffmpeg. That program is not part of nabij; you install it yourself.',
      action:
        'Debian or Ubuntu: “sudo apt install ffmpeg”. Windows: “winget install Gyan.FFmpeg”. macOS: “brew install ffmpeg”. If it lies elsewhere, put its whole path in NABIJ_FFMPEG. Then restart nabij.',
    },
  },
  NABIJ_FFMPEG_OLD: {
    status: 503,
    exit: 2,
    nl: {
      title: 'ffmpeg {version} is te oud',
      meaning:
        'nabij heeft ffmpeg 5 of nieuwer nodig om een camera te openen zonder dat het wachtwoord zichtbaar wordt.',
      action: 'Installeer een nieuwere ffmpeg, en zet zo nodig het volledige pad ervan in NABIJ_FFMPEG.',
    },
    en: {
      title: 'ffmpeg {version} is too old',
      meaning: 'nabij needs ffmpeg 5 or newer to open a camera without showing its password.',
      action: 'Install a newer ffmpeg and, if needed, put its whole path in NABIJ_FFMPEG.',
    },
  },
  NABIJ_CAMERA_ADDRESS: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Dit adres is geen camera waar nabij naar kan kijken',
      meaning:
        'nabij kent rtsp:// en rtsps://, http:// en https:// (MJPEG), en camera’s die aan deze computer vastzitten. Andere adressen worden geweigerd.',
      action:
        'Een netwerkcamera: neem het RTSP-adres uit de handleiding van de camera. Een USB-camera: kies hem uit de lijst.',
    },
    en: {
      title: 'This address is no camera that nabij can look at',
      meaning:
        'nabij knows rtsp:// and rtsps://, http:// and https:// (MJPEG), and cameras attached to this computer. Other addresses are refused.',
      action:
        'A network camera: take the RTSP address from the manual of the camera. A USB camera: choose it from the list.',
    },
  },
  NABIJ_CAMERA_UNKNOWN_HOST: {
    status: 503,
    exit: 1,
    nl: {
      title: 'Het netwerk kent de camera {host} niet',
      meaning: 'Bij deze naam hoort geen adres. Er komen geen beelden binnen.',
      action: 'Controleer de naam, of vul het IP-adres van de camera in. nabij blijft het proberen.',
    },
    en: {
      title: 'The network does not know the camera {host}',
      meaning: 'No address belongs to this name. No pictures come in.',
      action: 'Check the name, or enter the IP address of the camera. nabij keeps trying.',
    },
  },
  NABIJ_CAMERA_REFUSED: {
    status: 503,
    exit: 1,
    nl: {
      title: 'Op {host} luistert geen camera',
      meaning: 'Het apparaat is er, maar weigert de verbinding op deze poort. Er komen geen beelden binnen.',
      action:
        'Controleer de poort in het adres, en of RTSP (of MJPEG) in de camera aanstaat. nabij blijft het proberen.',
    },
    en: {
      title: 'No camera listens at {host}',
      meaning: 'The device is there, but refuses the connection on this port. No pictures come in.',
      action:
        'Check the port in the address, and that RTSP (or MJPEG) is switched on in the camera. nabij keeps trying.',
    },
  },
  NABIJ_CAMERA_UNREACHABLE: {
    status: 503,
    exit: 1,
    nl: {
      title: 'De camera {host} antwoordt niet',
      meaning: 'Er komt geen verbinding tot stand: de camera staat uit, of zit niet op dit netwerk.',
      action:
        'Controleer stroom en netwerkkabel, en of deze computer op hetzelfde netwerk zit. nabij blijft het proberen.',
    },
    en: {
      title: 'The camera {host} does not answer',
      meaning: 'No connection can be made: the camera is off, or not on this network.',
      action: 'Check power and network cable, and that this computer is on the same network. nabij keeps trying.',
    },
  },
  NABIJ_CAMERA_PASSWORD: {
    status: 503,
    exit: 1,
    nl: {
      title: 'De camera {host} laat nabij niet binnen',
      meaning: 'De gebruikersnaam of het wachtwoord in het adres klopt niet. Er komen geen beelden binnen.',
      action:
        'Zet naam en wachtwoord van de camera in het adres: rtsp://naam:wachtwoord@adres/… Let op: sommige camera’s sluiten na een paar foute pogingen een tijd af.',
    },
    en: {
      title: 'The camera {host} does not let nabij in',
      meaning: 'The user name or password in the address is wrong. No pictures come in.',
      action:
        'Put name and password of the camera in the address: rtsp://name:password@address/… Mind that some cameras lock for a while after a few wrong tries.',
    },
  },
  NABIJ_CAMERA_PATH: {
    status: 503,
    exit: 1,
    nl: {
      title: 'De camera {host} kent dit beeld niet',
      meaning: 'De camera antwoordt, maar wat achter het adres staat (het pad) bestaat daar niet.',
      action: 'Zoek in de handleiding van de camera het juiste pad, bijvoorbeeld /Streaming/Channels/101 of /stream1.',
    },
    en: {
      title: 'The camera {host} does not know this picture',
      meaning: 'The camera answers, but what stands behind the address (the path) does not exist there.',
      action: 'Look up the right path in the manual of the camera, for example /Streaming/Channels/101 or /stream1.',
    },
  },
  NABIJ_CAMERA_NO_DEVICE: {
    status: 503,
    exit: 1,
    nl: {
      title: 'De camera {host} is niet aangesloten',
      meaning: 'Deze computer ziet zo’n camera niet (meer). Er komen geen beelden binnen.',
      action:
        'Steek de kabel opnieuw in, liefst zonder hub ertussen, of kies de camera opnieuw uit de lijst. nabij gaat vanzelf verder.',
    },
    en: {
      title: 'The camera {host} is not connected',
      meaning: 'This computer does not see such a camera (any more). No pictures come in.',
      action:
        'Plug the cable in again, without a hub if you can, or choose the camera from the list again. nabij goes on by itself.',
    },
  },
  NABIJ_CAMERA_BUSY: {
    status: 503,
    exit: 1,
    nl: {
      title: 'De camera {host} is bij een ander programma in gebruik',
      meaning: 'Een USB-camera kan door één programma tegelijk bekeken worden. Er komen geen beelden binnen.',
      action:
        'Sluit het andere programma (een videogesprek, een browser, een ander station). nabij gaat vanzelf verder.',
    },
    en: {
      title: 'The camera {host} is in use by another program',
      meaning: 'A USB camera can be looked at by one program at a time. No pictures come in.',
      action: 'Close the other program (a video call, a browser, another station). nabij goes on by itself.',
    },
  },
  NABIJ_CAMERA_FORBIDDEN: {
    status: 503,
    exit: 1,
    nl: {
      title: 'nabij mag de camera {host} niet gebruiken',
      meaning: 'De camera is er wel, maar het systeem geeft nabij geen toegang.',
      action:
        'Linux: voeg de gebruiker van nabij toe aan de groep video (“sudo usermod -aG video …”) en log opnieuw in. macOS en Windows: sta bij Privacy het gebruik van de camera toe.',
    },
    en: {
      title: 'nabij is not allowed to use the camera {host}',
      meaning: 'The camera is there, but the system gives nabij no access.',
      action:
        'Linux: add the user of nabij to the group video (“sudo usermod -aG video …”) and log in again. macOS and Windows: allow the use of the camera under Privacy.',
    },
  },
  NABIJ_CAMERA_NO_PICTURE: {
    status: 503,
    exit: 1,
    nl: {
      title: 'Wat {host} stuurt, is geen beeld dat nabij kan lezen',
      meaning: 'Er is verbinding, maar er komt geen bruikbare video uit. Er wordt niets gekeurd.',
      action:
        'Open het adres in een ander programma (VLC) om te zien of het beeld geeft. Een http-adres moet MJPEG geven.',
    },
    en: {
      title: 'What {host} sends is no picture that nabij can read',
      meaning: 'There is a connection, but no usable video comes out of it. Nothing is judged.',
      action:
        'Open the address in another program (VLC) to see whether it shows a picture. An http address must give MJPEG.',
    },
  },
  NABIJ_CAMERA_SILENT: {
    status: 503,
    exit: 1,
    nl: {
      title: 'De camera {host} staat stil: al {seconds} seconden geen nieuw beeld',
      meaning:
        'De verbinding leek nog goed, maar er kwam niets nieuws meer: geen beeld, of steeds precies hetzelfde. nabij verbreekt die en begint opnieuw.',
      action: 'Gebeurt het vaker, controleer dan kabel, voeding en netwerk van de camera, of zet hem even uit en aan.',
    },
    en: {
      title: 'The camera {host} stands still: no new picture for {seconds} seconds',
      meaning:
        'The connection seemed fine, but nothing new came any more: no picture, or the very same one each time. nabij breaks it off and starts again.',
      action: 'If it happens more often, check cable, power and network of the camera, or switch it off and on.',
    },
  },
  NABIJ_TRIGGER_LOST: {
    status: 503,
    exit: 1,
    nl: {
      title: 'De berichten die zeggen dat er een product ligt, komen niet binnen: {host}',
      meaning: 'De MQTT-broker is niet te bereiken of weigert nabij. Zonder bericht wordt er geen foto gemaakt.',
      action: 'Controleer adres, naam en wachtwoord van de broker. nabij blijft het proberen en gaat vanzelf verder.',
    },
    en: {
      title: 'The messages that say that a part lies there do not come in: {host}',
      meaning: 'The MQTT broker cannot be reached or refuses nabij. Without a message no picture is taken.',
      action: 'Check address, name and password of the broker. nabij keeps trying and goes on by itself.',
    },
  },
  NABIJ_TRIGGER_TOO_FAST: {
    status: 429,
    exit: 1,
    nl: {
      title: 'Er wachten al {waiting} berichten op een foto',
      meaning: 'De berichten komen sneller dan de camera beelden geeft. Op dit bericht is geen foto gemaakt.',
      action: 'Stuur één bericht per product, of zet de camera op meer beelden per seconde.',
    },
    en: {
      title: '{waiting} messages are already waiting for a picture',
      meaning: 'Messages come faster than the camera gives pictures. No picture was taken for this one.',
      action: 'Send one message for each part, or let the camera give more pictures a second.',
    },
  },
  NABIJ_OUTPUT_ADDRESS: {
    status: 422,
    exit: 2,
    nl: {
      title: 'Naar {host} stuurt nabij niets: {rule}',
      meaning: 'Dit adres of onderwerp kan geen uitgang zijn. Er is niets verstuurd.',
      action: 'Verbeter het adres van de uitgang. Een MQTT-onderwerp mag geen + of # bevatten.',
    },
    en: {
      title: 'nabij sends nothing to {host}: {rule}',
      meaning: 'This address or topic cannot be an output. Nothing was sent.',
      action: 'Correct the address of the output. An MQTT topic may not contain + or #.',
    },
  },
  NABIJ_OUTPUT_UNREACHABLE: {
    status: 502,
    exit: 1,
    nl: {
      title: '{host} is niet te bereiken: {detail}',
      meaning:
        'Het bericht is niet aangekomen. Het blijft op schijf wachten en wordt vanzelf opnieuw gestuurd, op volgorde.',
      action: 'Controleer of de andere kant aanstaat en het adres klopt.',
    },
    en: {
      title: '{host} cannot be reached: {detail}',
      meaning: 'The message did not arrive. It waits on disk and is sent again by itself, in order.',
      action: 'Check that the other side is running and that the address is right.',
    },
  },
  NABIJ_OUTPUT_TIMEOUT: {
    status: 504,
    exit: 1,
    nl: {
      title: '{host} gaf niet binnen {seconds} seconden antwoord',
      meaning: 'nabij weet niet of het bericht is aangekomen en stuurt het opnieuw, met hetzelfde kenmerk.',
      action:
        'Laat de ontvanger meteen antwoorden en het werk daarna doen. Berichten met hetzelfde kenmerk mag hij overslaan.',
    },
    en: {
      title: '{host} did not answer within {seconds} seconds',
      meaning: 'nabij does not know whether the message arrived and sends it again, with the same id.',
      action: 'Let the receiver answer at once and work afterwards. It may skip a message whose id it knows.',
    },
  },
  NABIJ_OUTPUT_REFUSED: {
    status: 502,
    exit: 1,
    nl: {
      title: '{host} nam het bericht niet aan: {detail}',
      meaning:
        'De andere kant antwoordde, maar niet met “aangenomen”. Het bericht blijft wachten en wordt opnieuw gestuurd.',
      action:
        'Kijk aan de andere kant waarom het wordt geweigerd. Een doorverwijzing volgt nabij niet: vul het uiteindelijke adres in.',
    },
    en: {
      title: '{host} did not take the message: {detail}',
      meaning: 'The other side answered, but not with “taken”. The message waits and is sent again.',
      action: 'See at the other side why it is refused. nabij follows no redirect: enter the final address.',
    },
  },
  NABIJ_OUTPUT_GONE: {
    status: 502,
    exit: 1,
    nl: {
      title: '{host} wil geen berichten meer ontvangen',
      meaning:
        'De ontvanger antwoordde met 410: dit adres is voorgoed opgeheven. nabij zet zo’n uitgang uit; wat nog wachtte, blijft bewaard.',
      action: 'Maak een uitgang met het nieuwe adres. Was het een vergissing van de ontvanger, zet deze dan weer aan.',
    },
    en: {
      title: '{host} does not want messages any more',
      meaning:
        'The receiver answered 410: this address is gone for good. nabij switches such an output off; what still waited is kept.',
      action: 'Make an output with the new address. If the receiver was mistaken, switch this one on again.',
    },
  },
  NABIJ_OUTPUT_TLS: {
    status: 502,
    exit: 1,
    nl: {
      title: 'De beveiligde verbinding met {host} is niet te vertrouwen: {detail}',
      meaning: 'Het certificaat van de andere kant klopt niet. Er is niets verstuurd.',
      action:
        'Laat de andere kant een geldig certificaat gebruiken. Een eigen certificaat van het bedrijf maak je bekend met NODE_EXTRA_CA_CERTS.',
    },
    en: {
      title: 'The secure connection to {host} cannot be trusted: {detail}',
      meaning: 'The certificate of the other side is not right. Nothing was sent.',
      action:
        'Let the other side use a valid certificate. Make a certificate of your own company known with NODE_EXTRA_CA_CERTS.',
    },
  },
  NABIJ_OUTPUT_PASSWORD: {
    status: 502,
    exit: 1,
    nl: {
      title: '{host} laat nabij niet binnen',
      meaning: 'De naam of het wachtwoord klopt niet, of nabij mag daar niet schrijven. Het bericht blijft wachten.',
      action: 'Vul de juiste naam en het juiste wachtwoord in bij de uitgang.',
    },
    en: {
      title: '{host} does not let nabij in',
      meaning: 'The name or password is wrong, or nabij may not write there. The message waits.',
      action: 'Enter the right name and password at the output.',
    },
  },
} satisfies Record<string, ErrorEntry>
