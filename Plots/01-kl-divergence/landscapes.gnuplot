# Downhill from six starts: paths white, ends orange
#
# Draw landscapes.png and landscapes.svg again, in this folder:  gnuplot landscapes.gnuplot
# It needs landscapes.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,380 font 'DejaVu Sans,11'
    set output 'landscapes.png'
    call 'landscapes.gnuplot' 'page'
    set terminal svg noenhanced size 800,380 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'landscapes.svg'
    call 'landscapes.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'Downhill from six starts: paths white, ends orange' font ',14'

# Panel 1: KL[q‖p], base-2 logarithm
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.894736842
set title 'KL[q‖p], base-2 logarithm' font ',13' textcolor rgb '#333333'
set xlabel 'µ' textcolor rgb '#333333'
set ylabel 'log σ' textcolor rgb '#333333'
set xrange [-6:6]
set yrange [-1.4:1.8]
set palette defined (0 '#250047', 1 '#242061', 2 '#1c3d73', 3 '#105880', 4 '#11728a', 5 '#298b90', 6 '#4aa394', 7 '#71ba94', 8 '#9ccf91', 9 '#cde28d', 10 '#fff19b') maxcolors 256
set cbrange [-0.965271552:6.48999621]
set cbtics 2 format '%.0f'
set cblabel '' textcolor rgb '#333333' offset 0.5,0
set colorbox noborder
set xtics 5 format '%.0f'
set ytics 1 format '%.0f'
unset grid
unset key
plot \
    'landscapes.dat' index 0 nonuniform matrix using 1:2:3 with image notitle, \
    'landscapes.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#ffffff' notitle, \
    'landscapes.dat' index 2 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle, \
    'landscapes.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#ffffff' notitle, \
    'landscapes.dat' index 4 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle, \
    'landscapes.dat' index 5 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#ffffff' notitle, \
    'landscapes.dat' index 6 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle, \
    'landscapes.dat' index 7 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#ffffff' notitle, \
    'landscapes.dat' index 8 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle, \
    'landscapes.dat' index 9 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#ffffff' notitle, \
    'landscapes.dat' index 10 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle, \
    'landscapes.dat' index 11 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#ffffff' notitle, \
    'landscapes.dat' index 12 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle

# Panel 2: KL[p‖q], base-2 logarithm
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.894736842
set title 'KL[p‖q], base-2 logarithm' font ',13' textcolor rgb '#333333'
set xlabel 'µ' textcolor rgb '#333333'
set ylabel 'log σ' textcolor rgb '#333333'
set xrange [-6:6]
set yrange [-1.4:1.8]
set palette defined (0 '#250047', 1 '#242061', 2 '#1c3d73', 3 '#105880', 4 '#11728a', 5 '#298b90', 6 '#4aa394', 7 '#71ba94', 8 '#9ccf91', 9 '#cde28d', 10 '#fff19b') maxcolors 256
set cbrange [-0.463872562:8.40716464]
set cbtics 2 format '%.0f'
set cblabel '' textcolor rgb '#333333' offset 0.5,0
set colorbox noborder
set xtics 5 format '%.0f'
set ytics 1 format '%.0f'
unset grid
unset key
plot \
    'landscapes.dat' index 13 nonuniform matrix using 1:2:3 with image notitle, \
    'landscapes.dat' index 14 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#ffffff' notitle, \
    'landscapes.dat' index 15 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle, \
    'landscapes.dat' index 16 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#ffffff' notitle, \
    'landscapes.dat' index 17 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle, \
    'landscapes.dat' index 18 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#ffffff' notitle, \
    'landscapes.dat' index 19 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle, \
    'landscapes.dat' index 20 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#ffffff' notitle, \
    'landscapes.dat' index 21 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle, \
    'landscapes.dat' index 22 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#ffffff' notitle, \
    'landscapes.dat' index 23 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle, \
    'landscapes.dat' index 24 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#ffffff' notitle, \
    'landscapes.dat' index 25 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle
unset multiplot
